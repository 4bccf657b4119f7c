import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inspectImage } from '../../../src/core/image/inspectImage.ts';
import { depict, failureOf, select } from '../depict.ts';
import { linkedFile } from '../linkedFile.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../memoryFileSystem.ts';
import { withService } from '../service.ts';

const show = async (uri: vscode.Uri): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));

describe('in a file system that only VS Code can reach', () => {
  const service = withService();
  let system: MemoryFileSystem;

  describe('that can be written', () => {
    before(() => {
      system = memoryFileSystem('depict-memory');
    });
    after(() => system.dispose());
    afterEach(() => {
      system.onStat = () => undefined;
      system.forbidden = undefined;
    });

    it('saves beside the document, under a name with a random ending', async () => {
      const editor = await show(system.put('/my notes #1/a.md', 'A red fox.\n'));
      select(editor, 'A red fox.');
      const [image] =
        (await vscode.commands.executeCommand<{ uri: vscode.Uri; bytes: number }[]>('depict.generateFromSelection')) ??
        [];
      assert(image);
      assert.match(image.uri.path, /^\/my notes #1\/assets\/a-red-fox-[0-9a-f]{6}\.png$/);
      assert.equal(image.uri.scheme, 'depict-memory');
      const bytes = system.read(image.uri.path);
      assert(bytes);
      assert.equal(bytes.length, image.bytes);
      assert.equal(inspectImage(bytes).ok, true);
      assert.equal(linkedFile(editor.document.getText(), editor.document.uri), image.uri.toString());
      assert.match(editor.document.getText(), /\]\(assets\/a-red-fox-[0-9a-f]{6}\.png\)/);
    });

    it('takes another name where one is taken, and leaves that file alone', async () => {
      const document = system.put('/b/b.md', 'A red fox.\n');
      const taken: string[] = [];
      system.onStat = (path) => {
        if (taken.length > 1 || !path.endsWith('.png') || taken.includes(path)) return;
        taken.push(path);
        system.put(path, 'mine');
      };
      const [image] = await (await depict()).generate({ prompt: 'A red fox.' }, { document });
      assert(image);
      assert.equal(taken.length, 2);
      assert.ok(!taken.includes(image.uri.path));
      assert.deepEqual(
        taken.map((path) => new TextDecoder().decode(system.read(path))),
        ['mine', 'mine'],
      );
      assert.equal(system.read(image.uri.path)?.length, image.bytes);
    });

    it('saves many at once, each under a name of its own', async () => {
      const document = system.put('/c/c.md', 'A red fox.\n');
      const images = await (await depict()).generate({ prompt: 'A red fox.', count: 8 }, { document });
      assert.equal(new Set(images.map(({ uri }) => uri.path)).size, 8);
      assert.equal(system.files().filter((path) => path.startsWith('/c/assets/')).length, 8);
    });

    it('says that a file stands where the folder should be', async () => {
      const document = system.put('/d/d.md', 'A red fox.\n');
      system.put('/d/assets', 'a file');
      const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }, { document }));
      assert.equal(failure.kind === 'notSaved' && failure.problem, 'folderIsFile');
      // Told before anything was paid for.
      assert.equal('received' in failure, false);
      assert.equal(new TextDecoder().decode(system.read('/d/assets')), 'a file');
    });

    it('keeps the picture where the folder may not be written', async () => {
      const document = system.put('/e/e.md', 'A red fox.\n');
      system.forbidden = '/e/assets';
      const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }, { document }));
      assert(failure.kind === 'notSaved');
      assert.equal(failure.problem, 'noPermission');
      assert(failure.received);
      assert.equal(inspectImage(failure.received.bytes).ok, true);
    });
  });

  describe('that is read-only', () => {
    before(() => {
      system = memoryFileSystem('depict-readonly', { isReadonly: true });
    });
    after(() => system.dispose());

    it('keeps the picture in the storage and writes no link, but gives one', async () => {
      const uri = system.put('/a/a.md', 'A red fox.\n');
      const document = await vscode.workspace.openTextDocument(uri);
      const [image] = await (await depict()).generate({ prompt: 'A red fox.' }, { document: uri, insert: 'below' });
      assert(image);
      assert.match(image.uri.path, /\/globalStorage\/depict\.depict\/images\//);
      assert.match(image.note ?? '', /link could not be written/);
      assert.equal(linkedFile(image.link, uri), image.uri.toString());
      assert.equal(document.getText(), 'A red fox.\n');
      assert.deepEqual(system.files(), ['/a/a.md']);
      assert.equal(service.prompts().length, 1);
    });
  });
});
