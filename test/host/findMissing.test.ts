// What looking for missing images costs: it ends when nobody waits for it any more, and with what a writer would need.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { existsOnce, type Exists } from '../../src/editor/missing/existsOnce.ts';
import { findMissing, mostQuestions } from '../../src/editor/missing/findMissing.ts';
import type { DocumentText } from '../../src/editor/missing/missingImage.ts';
import { clearWorkspace, depict, workspaceFolder } from './depict.ts';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);
const text = (name: string, languageId: string, content: string): DocumentText => ({
  uri: at(name),
  home: at(name),
  languageId,
  text: content,
});
const find = (
  document: DocumentText,
  exists: Exists,
  cancellation?: vscode.CancellationToken,
): ReturnType<typeof findMissing> => findMissing(document, exists, undefined, undefined, cancellation);

describe('looking for missing images', () => {
  before(() => depict());
  afterEach(clearWorkspace);

  const many = text('many.md', 'markdown', Array.from({ length: 1_000 }, (_, i) => `![a](a${i}.png)`).join('\n\n'));

  it('ends when it is cancelled, with what has been found', async () => {
    const source = new vscode.CancellationTokenSource();
    let asked = 0;
    const found = await find(
      many,
      (file) => {
        asked++;
        if (file.path.endsWith('/a100.png')) source.cancel();
        return Promise.resolve(!file.path.endsWith('.png'));
      },
      source.token,
    );
    assert.ok(asked > 100 && asked < 500, `${asked}`);
    assert.ok(found.length > 0 && found.length < 200, `${found.length}`);
    assert.ok(found.every(({ links }) => links.length === 1));
  });

  it('asks nothing when it is cancelled from the beginning', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.deepEqual(await find(many, () => assert.fail('asked'), source.token), []);
  });

  it('asks no more than somebody’s document needs', async function () {
    this.timeout(60_000);
    const folders = Array.from({ length: 20 }, (_, i) => `{f${i}/}`).join('');
    const images = Array.from({ length: 5_000 }, (_, i) => `\\includegraphics{a${i}}`).join('\n');
    let asked = 0;
    const rude = text('a/b/c/d/e/f/g/h/rude.tex', 'latex', `\\graphicspath{${folders}}${images}`);
    await find(rude, () => {
      asked++;
      return Promise.resolve(false);
    });
    assert.ok(asked > 0 && asked <= mostQuestions, `${asked}`);
  });

  it('sees that nothing is in a folder that is not there', async () => {
    await vscode.workspace.fs.writeFile(at('docs/x.png'), new Uint8Array());
    const exists = existsOnce();
    const names = ['docs/x.png', 'docs/y.png', 'none/x.png', 'none/a/b/y.png'];
    const answers = await Promise.all(names.map((name) => exists(at(name))));
    assert.deepEqual(answers, [true, false, false, false]);
  });

  it('places an image below the folders that are there, where a site may have a name of its own', async () => {
    const files = vscode.workspace.fs;
    await files.writeFile(at('site/docusaurus.config.js'), new Uint8Array());
    await files.writeFile(at('site/static/img/a/y.txt'), new Uint8Array());
    const links = ['/docs/img/a/x.png', '/docs/img/b/x.png', '/docs/x.png'].map((link) => `![x](${link})`);
    const found = await find(text('site/docs/a.md', 'markdown', links.join('\n\n')), existsOnce());
    assert.deepEqual(
      found.map(({ place }) => vscode.workspace.asRelativePath(place)),
      ['site/static/img/a/x.png', 'site/static/docs/img/b/x.png', 'site/static/docs/x.png'],
    );
  });

  it('gives each density of a picture its place, its words and its size', async () => {
    const picture =
      '<picture>\n<source srcset="img/a.webp 320w, img/a@2x.webp 640w">\n' +
      '<img src="img/a.png" srcset="img/a.png 1x, img/b.png 2x" alt="the sea" width="400" height="300">\n</picture>\n';
    const found = await find(text('docs/a.md', 'markdown', picture), existsOnce());
    assert.deepEqual(
      found.map(({ place, prompt, width, height, links }) => [
        vscode.workspace.asRelativePath(place),
        prompt,
        width,
        height,
        links.length,
      ]),
      [
        ['docs/img/a.webp', 'the sea', 320, 240, 1],
        ['docs/img/a@2x.webp', 'the sea', 640, 480, 1],
        ['docs/img/a.png', 'the sea', 400, 300, 2],
        ['docs/img/b.png', 'the sea', 800, 600, 1],
      ],
    );
  });
});
