import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { depict, failureOf, select } from '../depict.ts';
import { linkedFile } from '../linkedFile.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../memoryFileSystem.ts';
import { withService } from '../service.ts';

/** Adds a folder to the workspace, or takes it away. */
async function changeFolders(change: () => boolean): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
  });
  assert.ok(change(), 'The folders cannot be changed.');
  await changed;
}

describe('a file system that only VS Code can reach, beside folders on disk', () => {
  const service = withService();
  let open: MemoryFileSystem;
  let closed: MemoryFileSystem;

  before(async () => {
    open = memoryFileSystem('depict-folder');
    closed = memoryFileSystem('depict-closed', { isReadonly: true });
    const folders = [
      { uri: vscode.Uri.joinPath(open.put('/my project/readme.txt', ''), '..') },
      { uri: vscode.Uri.joinPath(closed.put('/archive/readme.txt', ''), '..') },
    ];
    await changeFolders(() => vscode.workspace.updateWorkspaceFolders(2, 0, ...folders));
  });
  after(async () => {
    await changeFolders(() => vscode.workspace.updateWorkspaceFolders(2, 2));
    open.dispose();
    closed.dispose();
  });

  it('keeps the pictures of its documents', async () => {
    const uri = open.put('/my project/docs/a.md', 'A red fox.\n');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    select(editor, 'A red fox.');
    const images = await vscode.commands.executeCommand<{ uri: vscode.Uri }[]>('depict.generateFromSelection');
    const [image] = images;
    assert(image);
    assert.match(image.uri.path, /^\/my project\/assets\/a-red-fox-[0-9a-f]{6}\.png$/);
    assert.equal(linkedFile(editor.document.getText(), uri), image.uri.toString());
    assert.ok(open.files().includes(image.uri.path));
  });

  it('keeps them beside a document that is in no folder: no link leads from there to the disk', async () => {
    const document = open.put('/elsewhere/b.md', 'A red fox.\n');
    const [image] = await (await depict()).generate({ prompt: 'A red fox.' }, { document, insert: 'below' });
    assert(image);
    assert.match(image.uri.path, /^\/elsewhere\/assets\/a-red-fox-[0-9a-f]{6}\.png$/);
    const text = (await vscode.workspace.openTextDocument(document)).getText();
    assert.equal(linkedFile(text, document), image.uri.toString());
    assert.ok(text.includes(image.link), text);
  });

  it('is told to be read-only before anything is sent', async () => {
    const document = closed.put('/archive/c.md', 'A red fox.\n');
    const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }, { document }));
    assert.equal(failure.kind === 'notSaved' && failure.problem, 'readOnlyFileSystem');
    assert.equal(service.api.requests.length, 0);
  });
});
