import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, rename, rmdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { clearWorkspace, depict, exists, failureOf, openFile, select, workspaceFolder } from './depict.ts';
import { linkedFile } from './linkedFile.ts';
import { writeText } from './openAt.ts';
import { person } from './person.ts';
import { withService } from './service.ts';
import { temporaryFolder } from './temporaryFolder.ts';

describe('a folder for pictures that cannot be used', () => {
  const service = withService();
  const outside = temporaryFolder();

  afterEach(clearWorkspace);

  const inWorkspace = (name: string): string => path.join(workspaceFolder().fsPath, name);

  /** Windows lets few people make symbolic links; a junction it lets everybody make. */
  const linkTo = (target: string, name: string): Promise<void> => symlink(target, inWorkspace(name), 'junction');

  it('is a symbolic link that leads out of the workspace', async () => {
    await linkTo(outside().fsPath, 'assets');
    const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
    assert.equal(service.api.requests.length, 0);
    assert.deepEqual(await readdir(outside().fsPath), []);
  });

  it('becomes such a link while the picture is made: nothing lands there, and the picture is kept', async () => {
    await mkdir(inWorkspace('assets'));
    const release = service.hold();
    const pending = failureOf((await depict()).generate({ prompt: 'A red fox.' }));
    await service.api.received(1);
    await rmdir(inWorkspace('assets'));
    await linkTo(outside().fsPath, 'assets');
    release();
    const failure = await pending;
    assert(failure.kind === 'invalidRequest');
    assert.equal(failure.problem.type, 'outsideWorkspace');
    assert(failure.received);
    assert.deepEqual(await readdir(outside().fsPath), []);
  });

  it('is fine as a symbolic link within the workspace, and linked by the name that people see', async () => {
    await mkdir(inWorkspace('shared pictures'));
    await linkTo(inWorkspace('shared pictures'), 'assets');
    const { document } = await openFile('docs/page.md', 'A red fox.\n');
    const [image] = await (
      await depict()
    ).generate({ prompt: 'A red fox.' }, { document: document.uri, insert: 'below' });
    assert.equal(image?.uri.toString(), vscode.Uri.joinPath(workspaceFolder(), 'assets/a-red-fox.png').toString());
    assert.equal(linkedFile(document.getText(), document.uri), image.uri.toString());
    assert.deepEqual(await readdir(inWorkspace('shared pictures')), ['a-red-fox.png']);
  });

  it('is a file: the message says so, nothing is sent and nothing is written', async () => {
    await writeText(vscode.Uri.joinPath(workspaceFolder(), 'assets'), 'a file');
    const editor = await openFile('page.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    const somebody = person();
    try {
      assert.deepEqual(await vscode.commands.executeCommand('depict.generateFromSelection'), []);
      assert.match((await somebody.message()).text, /A file stands where the folder for pictures should be: .*assets/);
    } finally {
      somebody.leave();
    }
    assert.equal(service.api.requests.length, 0);
    assert.equal(editor.document.getText(), 'A red fox.\n');
  });

  it('becomes a file while the picture is made: that file stays, and the picture can be saved elsewhere', async () => {
    const editor = await openFile('page.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    const wanted = vscode.Uri.joinPath(workspaceFolder(), 'saved/fox.png');
    const somebody = person({ button: 'Save As…', saveAs: wanted });
    const release = service.hold();
    try {
      const pending = vscode.commands.executeCommand('depict.generateFromSelection');
      await service.api.received(1);
      await writeText(vscode.Uri.joinPath(workspaceFolder(), 'assets'), 'a file');
      release();
      assert.deepEqual(await pending, []);
      assert.match((await somebody.message()).text, /could not be saved/);
      await somebody.message(2);
      assert.ok(await exists(wanted));
      assert.equal(linkedFile(editor.document.getText(), editor.document.uri), wanted.toString());
    } finally {
      somebody.leave();
      release();
    }
    assert.equal(service.prompts().length, 1);
  });

  it('is one without permission to write: nothing is sent', async function () {
    // The superuser may write anywhere, and Windows has other permissions.
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    await mkdir(inWorkspace('assets'));
    await chmod(inWorkspace('assets'), 0o555);
    try {
      const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }));
      assert.equal(failure.kind === 'notSaved' && failure.problem, 'noPermission');
      assert.equal(service.api.requests.length, 0);
    } finally {
      await chmod(inWorkspace('assets'), 0o755);
    }
  });

  it('is moved away while the picture is made: it is made anew', async () => {
    await mkdir(inWorkspace('assets'));
    const release = service.hold();
    const pending = (await depict()).generate({ prompt: 'A red fox.' });
    await service.api.received(1);
    await rename(inWorkspace('assets'), inWorkspace('old assets'));
    release();
    const [image] = await pending;
    assert(image && (await exists(image.uri)));
    assert.equal(image.uri.toString(), vscode.Uri.joinPath(workspaceFolder(), 'assets/a-red-fox.png').toString());
  });
});
