/** What happens to documents and folders while their missing images are made. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { MissingImagesResult } from '../../src/api.ts';
import { clearWorkspace, depict, exists, openFile, setSettings, workspaceFolder } from './depict.ts';
import { openAt, writeText } from './openAt.ts';
import { withPerson } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const generate = (uri: vscode.Uri): Thenable<MissingImagesResult> =>
  vscode.commands.executeCommand('depict.generateMissingImages', { uri, ask: false });
const pathsOf = ({ generated }: MissingImagesResult): readonly string[] =>
  generated.map(({ uri }) => vscode.workspace.asRelativePath(uri));

describe('while missing images are made', () => {
  const service = withService();
  const somebody = withPerson();
  let folders = 0;
  const newFolder = (): string => `meanwhile${(folders += 1)}`;

  before(() => depict());
  afterEach(clearWorkspace);

  async function whileGenerating(uri: vscode.Uri, happens: () => PromiseLike<unknown>): Promise<MissingImagesResult> {
    const release = service.hold();
    try {
      const pending = generate(uri);
      await service.api.received(1);
      await happens();
      release();
      return await pending;
    } finally {
      release();
    }
  }

  async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert(await vscode.workspace.applyEdit(edit));
  }

  const textOf = (uri: vscode.Uri): string | undefined =>
    vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText();

  it('a document that is renamed keeps links that follow', async () => {
    const { document } = await openFile('before.md', '![a fox](fox.webp)\n');
    const after = at(`${newFolder()}.md`);
    const result = await whileGenerating(document.uri, () => rename(document.uri, after));
    assert.deepEqual([pathsOf(result), result.failed], [['fox.jpg'], []]);
    assert.equal(textOf(after), '![a fox](fox.jpg)\n');
    assert.deepEqual(
      somebody.messages.map(({ text }) => text),
      ['1 missing image was made.'],
    );
  });

  it('a folder that is renamed gets them, and does not come back under its old name', async () => {
    const [old, now] = [at(newFolder()), at(newFolder())];
    const { document } = await openAt(
      vscode.Uri.joinPath(old, 'page.md'),
      '![a fox](img/fox.webp)\n\n![a hen](img/hen.jpg)\n',
    );
    const page = vscode.Uri.joinPath(now, 'page.md');
    const result = await whileGenerating(document.uri, async () => {
      await rename(old, now);
      // They are under way, whatever the folder is called.
      assert.deepEqual(pathsOf(await generate(page)), []);
    });
    const folder = vscode.workspace.asRelativePath(now);
    assert.deepEqual(pathsOf(result), [`${folder}/img/fox.jpg`, `${folder}/img/hen.jpg`]);
    assert.equal(await exists(old), false);
    assert.equal(textOf(page), '![a fox](img/fox.jpg)\n\n![a hen](img/hen.jpg)\n');
  });

  it('a document that is deleted is no fault of ours, and is told of', async () => {
    const folder = at(newFolder());
    const gone = await writeText(vscode.Uri.joinPath(folder, 'gone.md'), '![a fox](fox.webp)\n');
    const stays = await writeText(vscode.Uri.joinPath(folder, 'stays.md'), '![a fox](fox.webp)\n');
    const result = await whileGenerating(folder, () => rm(gone.fsPath));
    assert.equal(result.generated.length, 1);
    assert.equal(await read(stays), '![a fox](fox.jpg)\n');
    assert.equal(await exists(gone), false);
    assert.deepEqual(
      somebody.messages.map(({ text }) => text),
      ['1 missing image was made. 1 got another name, and its link could not be changed.'],
    );
  });

  it('a notebook that is closed is saved with all its links', async () => {
    const cell = (source: string): object => ({ cell_type: 'markdown', metadata: {}, source: [source] });
    const cells = [cell('![a fox](fox.webp)\n'), cell('![a hen](hen.webp)\n'), cell('![an owl](owl.webp)\n')];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const file = await writeText(at(`${newFolder()}.ipynb`), text);
    const notebook = await vscode.workspace.openNotebookDocument(file);
    await vscode.window.showNotebookDocument(notebook);
    await whileGenerating(file, async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await until(() => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
    });
    const written = await read(file);
    assert.deepEqual(written.match(/(?:fox|hen|owl)\.\w+/gu), ['fox.jpg', 'hen.jpg', 'owl.jpg'], written);
  });

  it('a document in another encoding is not saved in the wrong one', async () => {
    const folder = at(newFolder());
    // Latin-1: the é is one byte.
    const bytes = Uint8Array.from('caf\u00e9\n\n![a fox](fox.webp)\n', (letter) => letter.charCodeAt(0));
    const page = vscode.Uri.joinPath(folder, 'latin.md');
    await vscode.workspace.fs.writeFile(page, bytes);
    const result = await generate(folder);
    assert.equal(result.generated.length, 1);
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(page)), bytes);
    assert.match((await somebody.message()).text, /its link could not be changed/u);
  });

  it('what is cancelled is not called a failure', async () => {
    await setSettings({ maxConcurrentJobs: 1 });
    const { document } = await openFile('cancel.md', '![a fox](fox.png)\n\n![a hen](hen.png)\n');
    service.api.setFaults([{ on: 'POST *', nth: 2, fault: 'silent' }]);
    const pending = generate(document.uri);
    await service.api.received(2);
    await vscode.commands.executeCommand('depict.cancelAll');
    const { generated, failed } = await pending;
    assert.deepEqual([generated.length, failed.map(({ failure }) => failure.kind)], [1, ['cancelled']]);
    assert.deepEqual(
      somebody.messages.map(({ text }) => text),
      ['1 missing image was made. 1 cancelled. The command makes the rest when it is run again.'],
    );
  });
});
