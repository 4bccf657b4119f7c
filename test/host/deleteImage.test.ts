import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { HistoryImage } from '../../src/core/history/event.ts';
import { joinBytes } from '../../src/core/bytes/joinBytes.ts';
import { embedInPng } from '../../src/core/metadata/formats/embedInPng.ts';
import { createDeletedFiles, type DeletedFiles } from '../../src/editor/images/deletedFiles.ts';
import { deleteImage, restoreImage } from '../../src/editor/images/deleteImage.ts';
import { rememberedSettings } from '../../src/editor/images/imageSettings.ts';
import { createSetAside, type SetAside } from '../../src/editor/images/setAside.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import type { History } from '../../src/editor/history/history.ts';
import { plainRecord } from '../unit/core/metadata/records.ts';
import { pictureOf } from '../unit/files/pictureOf.ts';
import { directNetwork } from '../unit/inference/transport/directNetwork.ts';
import { memoryFileSystem, type MemoryFileSystem } from './memoryFileSystem.ts';
import { openWindow } from './historyWindow.ts';
import { person, type Person } from './person.ts';

const id = '0b0e4b5e-6f2c-4a3d-9a52-0f3f6f1f0a11';

describe('deleting where there is no trash', () => {
  let folder = '';
  let history: History;
  let deleted: DeletedFiles;
  let somebody: Person | undefined;
  const at = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder, name));
  const names = async (name: string): Promise<string[]> => (await readdir(at(name).fsPath)).toSorted();

  beforeEach(async () => {
    folder = await mkdtemp(path.join(await realpath(tmpdir()), 'depict-deleted-'));
    history = openWindow(path.join(folder, 'history')).history;
    deleted = createDeletedFiles(at('kept'));
    await vscode.workspace.fs.writeFile(at('assets/fox.png'), Buffer.from('a fox'));
  });
  afterEach(async () => {
    somebody?.leave();
    history.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  const add = (place: vscode.Uri): HistoryImage =>
    history.add(
      { place, bytes: 5, format: 'png', record: plainRecord, ignored: [] },
      { document: undefined, languageId: undefined },
      'a',
    );

  it('keeps the file, for later windows too, until its image is forgotten', async () => {
    await deleted.keep(id, at('assets/fox.png'));
    assert.deepEqual([await names('assets'), await names('kept')], [[], [`${id}-fox.png`]]);
    await writeFile(at('kept/of somebody else').fsPath, '');

    const next = createDeletedFiles(at('kept'));
    assert.equal(next.has(id), false);
    await next.load();
    assert.equal(next.has(id), true);
    await next.purge(id);
    assert.equal(next.has(id), false);
    assert.deepEqual(await names('kept'), ['of somebody else']);
    assert.equal(await deleted.restore(id, at('assets/fox.png')), undefined);
    assert.equal(deleted.has(id), false);
  });

  it('gives it back its name, or one beside it where another picture has that by now', async () => {
    const image = add(at('assets/fox.png'));
    await deleted.keep(image.id, at('assets/fox.png'));
    history.markDeleted(image.id);
    await restoreImage(image, history, deleted);
    assert.equal(history.get(image.id)?.deleted, false);

    await deleted.keep(image.id, at('assets/fox.png'));
    history.markDeleted(image.id);
    await vscode.workspace.fs.writeFile(at('assets/fox.png'), Buffer.from('another'));
    const other = add(at('assets/fox.png'));
    somebody = person();
    await restoreImage(image, history, deleted);
    assert.deepEqual(await names('assets'), ['fox-1.png', 'fox.png']);
    assert.equal(await readFile(at('assets/fox-1.png').fsPath, 'utf8'), 'a fox');
    assert.equal(history.find(at('assets/fox-1.png'))?.id, image.id);
    assert.equal(history.get(other.id)?.deleted, false);
    assert.match((await somebody.message()).text, /fox-1\.png/);
  });

  it('never takes the file of another image', async () => {
    const old = add(at('assets/fox.png'));
    const young = add(at('assets/fox.png'));
    somebody = person({ button: 'Delete' });
    await deleteImage(old, history, deleted);
    assert.deepEqual(somebody.messages, []);
    assert.deepEqual(await names('assets'), ['fox.png']);
    assert.equal(history.get(young.id)?.deleted, false);
  });

  describe('an image that another takes the place of', () => {
    let disk: MemoryFileSystem;
    let setAside: SetAside;
    let engine: Engine;
    beforeEach(() => {
      disk = memoryFileSystem('no-trash');
      deleted = createDeletedFiles(vscode.Uri.joinPath(disk.root, 'kept'));
      engine = createEngine(directNetwork);
      setAside = createSetAside(history, deleted, { load: () => Promise.resolve(engine) });
    });
    afterEach(() => {
      engine.dispose();
      disk.dispose();
    });

    it('can be restored later, also when the history did not know it', async () => {
      const text = 'a castle\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 8x8';
      const theirs = joinBytes(...embedInPng(pictureOf(500, 7), { parameters: text, json: '{}' }));
      const files = [
        { file: disk.put('/assets/theirs.png', theirs), prompt: 'a castle' },
        { file: disk.put('/assets/silent.png', pictureOf(500, 8)), prompt: 'silent.png' },
      ];
      for (const { file, prompt } of files) {
        const before = disk.read(file.path);
        await setAside.move(file);
        assert.equal(disk.read(file.path), undefined);
        const [newest] = history.images;
        assert(newest);
        assert.deepEqual(
          [newest.record.prompt, newest.uri, newest.deleted, setAside.keptFrom(file)],
          [prompt, file.toString(), true, newest.id],
        );
        await deleted.load();
        assert.equal(deleted.has(newest.id), true);
        await restoreImage(newest, history, deleted);
        assert.deepEqual([disk.read(file.path), history.get(newest.id)?.deleted], [before, false]);
        const asked = (): unknown => rememberedSettings(newest).prompt;
        if (prompt === 'a castle') assert.equal(asked(), prompt);
        else assert.throws(asked, /noSettings/);
      }
    });

    it('does not cost one that was deleted there before', async () => {
      const file = disk.put('/assets/fox.png', pictureOf(500, 7));
      const first = add(file);
      await setAside.move(file);
      disk.put('/assets/fox.png', pictureOf(500, 8));
      await setAside.move(file);
      assert.deepEqual([history.images.length, deleted.has(first.id)], [2, true]);
      await restoreImage(first, history, deleted);
      assert.equal(Buffer.from(disk.read(file.path) ?? []).equals(pictureOf(500, 7)), true);
    });

    it('is kept although it is no picture any more', async () => {
      const file = disk.put('/assets/fox.png', 'a note');
      await setAside.move(file);
      const id = setAside.keptFrom(file);
      assert(id);
      assert.deepEqual([history.images, deleted.has(id)], [[], true]);
    });
  });

  it('says in plain words what the file system does not do', async () => {
    const image = add(vscode.Uri.parse('no-such-files:/assets/fox.png'));
    somebody = person({ button: 'Delete' });
    await deleteImage(image, history, deleted);
    assert.match((await somebody.message(2)).text, /fox\.png could not be deleted: /);
    assert.equal(history.get(image.id)?.deleted, false);
    await restoreImage(image, history, deleted);
    assert.match((await somebody.message(3)).text, /fox\.png is not kept any more/);
  });
});
