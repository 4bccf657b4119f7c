import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createThumbnails, type Thumbnails } from '../../src/editor/images/thumbnails.ts';
import { pictureOf } from '../unit/files/pictureOf.ts';

describe('thumbnails', () => {
  let temporary = '';
  let folder = '';
  let warnings: string[] = [];
  const open = (): Thumbnails =>
    createThumbnails(vscode.Uri.file(folder), { warn: (text: string) => void warnings.push(text) });

  beforeEach(async () => {
    temporary = await mkdtemp(path.join(tmpdir(), 'depict-thumbnails-'));
    folder = path.join(temporary, 'thumbnails');
    warnings = [];
  });
  afterEach(() => rm(temporary, { recursive: true, force: true }));

  it('are found again by the next window', async () => {
    assert.equal(await open().store('a', pictureOf(500, 7)), true);
    const next = open();
    assert.equal(next.find('a'), undefined);
    await next.load();
    assert.equal(next.find('a')?.fsPath, path.join(folder, 'a.png'));
    assert.equal(next.find('b'), undefined);
    await next.remove('a');
    assert.deepEqual([next.find('a'), await readdir(folder)], [undefined, []]);
  });

  it('take the place of damaged ones, also in another format', async () => {
    await mkdir(folder);
    for (const name of ['a.png', 'b.webp']) await writeFile(path.join(folder, name), 'cut');
    const thumbnails = open();
    await thumbnails.load();
    const picture = pictureOf(500, 7);
    for (const id of ['a', 'b']) assert.equal(await thumbnails.store(id, picture), true);
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.png', 'b.png']);
    assert.ok((await readFile(path.join(folder, 'a.png'))).equals(picture));
    assert.equal(thumbnails.find('b')?.fsPath, path.join(folder, 'b.png'));
  });

  it('cost one line in the log where they cannot be kept', async () => {
    await writeFile(folder, 'a file');
    const thumbnails = open();
    for (const id of ['a', 'b', 'c']) assert.equal(await thumbnails.store(id, pictureOf(500, 7)), false);
    assert.equal(thumbnails.find('a'), undefined);
    assert.equal(warnings.length, 1);
  });

  it('are only what is a small picture under a plain id', async () => {
    const thumbnails = open();
    for (const [id, bytes] of [
      ['a', Buffer.from('<svg/>')],
      ['../a', pictureOf(500, 7)],
      ['', pictureOf(500, 7)],
    ] as const) {
      assert.equal(await thumbnails.store(id, bytes), false);
    }
    assert.deepEqual(await readdir(temporary), []);
  });
});
