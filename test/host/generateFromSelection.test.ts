import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, openFile, select, setSettings } from './depict.ts';
import { withService } from './service.ts';

const run = (): Thenable<GeneratedImage[] | undefined> =>
  vscode.commands.executeCommand<GeneratedImage[] | undefined>('depict.generateFromSelection');

describe('Generate Image from Selection', () => {
  const service = withService();
  afterEach(clearWorkspace);

  it('makes the selected words a picture and links it below', async () => {
    const editor = await openFile('a.md', '# Harbour\n\nA **quiet** [harbour](x.md) at dawn.\n\nMore.\n');
    select(editor, 'A **quiet** [harbour](x.md) at dawn.');
    const images = await run();
    assert.deepEqual(service.prompts(), ['A quiet harbour at dawn.']);
    assert.equal(
      editor.document.getText(),
      `# Harbour\n\nA **quiet** [harbour](x.md) at dawn.\n\n${images?.[0]?.link}\n\nMore.\n`,
    );
  });

  it('takes the paragraph at the cursor where nothing is selected', async () => {
    const editor = await openFile('a.md', 'First.\n\nA quiet harbour\nat dawn.\n\nLast.\n');
    editor.selection = new vscode.Selection(3, 2, 3, 2);
    await run();
    assert.deepEqual(service.prompts(), ['A quiet harbour at dawn.']);
    assert.match(editor.document.getText(), /at dawn\.\n\n!\[A quiet harbour at dawn\.\]\([^)]+\)\n\nLast/);
  });

  it('takes the comment at the cursor in code, and edits nothing there', async () => {
    const text = 'def f():\n    # A quiet harbour\n    # at dawn.\n    pass\n';
    const editor = await openFile('a.py', text);
    editor.selection = new vscode.Selection(1, 8, 1, 8);
    const images = await run();
    assert.deepEqual(service.prompts(), ['A quiet harbour at dawn.']);
    assert.equal(images?.length, 1);
    assert.equal(editor.document.getText(), text);
  });

  it('makes one picture for each selection, each linked at its own place', async () => {
    const editor = await openFile('a.md', 'A red fox.\n\nA blue whale.\n\nA green frog.\n');
    select(editor, 'A green frog.', 'A red fox.', 'A blue whale.');
    const images = await run();
    assert.equal(images?.length, 3);
    assert.match(
      editor.document.getText(),
      /^A red fox\.\n\n!\[A red fox\.\].*\n\nA blue whale\.\n\n!\[A blue whale\.\].*\n\nA green frog\.\n\n!\[A green frog\.\].*\n$/,
    );
  });

  it('finds its place again although the text above it changed meanwhile', async () => {
    const editor = await openFile('a.md', 'Intro.\n\nA red fox.\n\nEnd.\n');
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = run();
    await service.api.received(1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# New title\n\nNew words.\n\n'));
    release();
    await pending;
    assert.match(
      editor.document.getText(),
      /^# New title\n\nNew words\.\n\nIntro\.\n\nA red fox\.\n\n!\[A red fox\.\]\([^)]+\)\n\nEnd\.\n$/,
    );
  });

  it('leaves the keyboard to whoever went on typing', async () => {
    const editor = await openFile('a.md', 'A red fox.\n');
    editor.selection = new vscode.Selection(0, 10, 0, 10);
    const release = service.hold();
    const pending = run();
    await service.api.received(1);
    await vscode.commands.executeCommand('type', { text: ' And more' });
    release();
    await pending;
    await vscode.commands.executeCommand('type', { text: ' words.' });
    assert.match(editor.document.getText(), /^A red fox\. And more words\.\n\n!\[A red fox\.\]\([^)]+\)\n$/);
  });

  it('does not replace what was typed over the selection', async () => {
    await setSettings({ 'link.position': 'replace' });
    const editor = await openFile('a.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = run();
    await service.api.received(1);
    await vscode.commands.executeCommand('type', { text: 'The storm came.' });
    release();
    await pending;
    assert.match(editor.document.getText(), /^The storm came\.\n\n!\[A red fox\.\]\([^)]+\)\n$/);
  });

  it('follows its document to another folder', async () => {
    const editor = await openFile('a.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = run();
    await service.api.received(1);
    const moved = vscode.Uri.joinPath(editor.document.uri, '../guides/deep/a.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(editor.document.uri, moved);
    await vscode.workspace.applyEdit(edit);
    release();
    await pending;
    const document = await vscode.workspace.openTextDocument(moved);
    assert.match(document.getText(), /^A red fox\.\n\n!\[A red fox\.\]\(\.\.\/\.\.\/assets\/[^)]+\)\n$/);
  });

  it('finds its place in a document that was closed meanwhile', async () => {
    const editor = await openFile('a.md', 'A red fox.\n\nEnd.\n');
    const { uri } = editor.document;
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = run();
    await service.api.received(1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    release();
    await pending;
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /^A red fox\.\n\n!\[A red fox\.\]\([^)]+\)\n\nEnd\.\n$/);
  });

  it('replaces the selection, writes at the cursor, or writes nothing, as the setting says', async () => {
    for (const [position, expected] of [
      ['replace', /^!\[A red fox\.\]\([^)]+\) End\.$/],
      ['cursor', /^A red fox\.!\[A red fox\.\]\([^)]+\) End\.$/],
      ['none', /^A red fox\. End\.$/],
    ] as const) {
      await setSettings({ 'link.position': position });
      const editor = await openFile(`${position}.md`, 'A red fox. End.');
      select(editor, 'A red fox.');
      await run();
      assert.match(editor.document.getText(), expected);
    }
  });

  it('works in an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'A red fox.\n' });
    const editor = await vscode.window.showTextDocument(document);
    select(editor, 'A red fox.');
    await run();
    assert.match(document.getText(), /^A red fox\.\n\n!\[A red fox\.\]\(assets\/a-red-fox\.png\)\n$/);
  });

  it('resolves with no image when the service fails, and leaves the document alone', async () => {
    const editor = await openFile('a.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    service.api.setFaults([{ on: 'POST *', fault: 'badRequest' }]);
    assert.deepEqual(await run(), []);
    assert.equal(editor.document.getText(), 'A red fox.\n');
  });

  it('is cancelled by its command, down to the socket', async () => {
    const editor = await openFile('a.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    service.api.setFaults([{ on: 'POST *', fault: 'silent' }]);
    const pending = run();
    await service.api.received(1);
    await vscode.commands.executeCommand('depict.cancelAll');
    assert.equal(await pending, undefined);
    assert.equal(await service.api.requests.at(-1)?.finished, 'brokenOff');
    assert.equal(editor.document.getText(), 'A red fox.\n');
  });

  it('says so where there are no words', async () => {
    const editor = await openFile('a.md', '\n\n\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    assert.deepEqual(await run(), []);
    assert.equal(service.api.requests.length, 0);
  });
});
