import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, depict, exists, select, setSettings, workspaceFolder } from './depict.ts';
import { linkedFile } from './linkedFile.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';
import { person } from './person.ts';
import { writeText } from './openAt.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

/** A Jupyter notebook of these cells. */
const notebookText = (...cells: readonly { type: 'markdown' | 'code'; text: string }[]): string =>
  JSON.stringify({
    cells: cells.map(({ type, text }) => ({
      cell_type: type,
      metadata: {},
      source: [text],
      ...(type === 'code' ? { outputs: [], execution_count: null } : {}),
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 2,
  });

const fox = { type: 'markdown', text: 'A red fox. And more.' } as const;
const fromSelection = (): Thenable<GeneratedImage[] | undefined> =>
  vscode.commands.executeCommand<GeneratedImage[] | undefined>('depict.generateFromSelection');

describe('notebooks', () => {
  const service = withService();
  let notebooks = 0;

  afterEach(clearWorkspace);

  async function openNotebook(text: string): Promise<vscode.NotebookDocument> {
    const uri = vscode.Uri.joinPath(workspaceFolder(), `docs/numbers ${(notebooks += 1)}.ipynb`);
    const notebook = await vscode.workspace.openNotebookDocument(await writeText(uri, text));
    await vscode.window.showNotebookDocument(notebook);
    return notebook;
  }

  /** Puts the caret into the first cell. */
  async function editFirstCell(notebook: vscode.NotebookDocument): Promise<vscode.TextEditor> {
    await vscode.commands.executeCommand('notebook.focusTop');
    await vscode.commands.executeCommand('notebook.cell.edit');
    const { document } = notebook.cellAt(0);
    await until(() => vscode.window.activeTextEditor?.document === document);
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    return editor;
  }

  it('get the link below the words in their cell, as seen from the notebook', async () => {
    const notebook = await openNotebook(notebookText(fox, { type: 'markdown', text: 'The next cell.' }));
    const { document } = notebook.cellAt(0);
    const [image] = await (
      await depict()
    ).generate({ prompt: 'A red fox.' }, { document: document.uri, insert: 'below' });
    assert(image && (await exists(image.uri)));
    assert.equal(image.link, '![A red fox.](../assets/a-red-fox.png)');
    assert.equal(document.getText(), `A red fox. And more.\n\n${image.link}`);
    assert.equal(linkedFile(document.getText(), notebook.uri), image.uri.toString());
    assert.equal(notebook.cellAt(1).document.getText(), 'The next cell.');
  });

  it('get a picture for the words that are selected in a cell', async () => {
    await setSettings({ 'link.position': 'replace', 'output.folder': './pictures' });
    const notebook = await openNotebook(notebookText(fox));
    const editor = await editFirstCell(notebook);
    select(editor, 'A red fox.');
    const [image] = (await fromSelection()) ?? [];
    assert.deepEqual(service.prompts(), ['A red fox.']);
    assert.equal(editor.document.getText(), '![A red fox.](pictures/a-red-fox.png) And more.');
    assert.equal(linkedFile(editor.document.getText(), notebook.uri), image?.uri.toString());
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), fox.text);
  });

  it('get it in the right cell although cells have come and gone meanwhile', async () => {
    const notebook = await openNotebook(notebookText(fox));
    const editor = await editFirstCell(notebook);
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = fromSelection();
    await service.api.received(1);
    const edit = new vscode.WorkspaceEdit();
    const above = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'A red fox.', 'markdown');
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(0, [above])]);
    await vscode.workspace.applyEdit(edit);
    release();
    await pending;
    assert.deepEqual(
      notebook.getCells().map(({ document }) => document.getText()),
      ['A red fox.', 'A red fox. And more.\n\n![A red fox.](../assets/a-red-fox.png)'],
    );
  });

  it('get none for a cell that was deleted meanwhile, which is told', async () => {
    const notebook = await openNotebook(notebookText(fox, { type: 'markdown', text: 'The next cell.' }));
    const editor = await editFirstCell(notebook);
    select(editor, 'A red fox.');
    const somebody = person();
    const release = service.hold();
    try {
      const pending = fromSelection();
      await service.api.received(1);
      const edit = new vscode.WorkspaceEdit();
      edit.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))]);
      await vscode.workspace.applyEdit(edit);
      release();
      assert.equal((await pending)?.length, 1);
      assert.match((await somebody.message()).text, /The link could not be written into the document\./);
    } finally {
      somebody.leave();
      release();
    }
    assert.deepEqual(
      notebook.getCells().map(({ document }) => document.getText()),
      ['The next cell.'],
    );
  });

  it('get it where they are by then, when they were renamed meanwhile', async () => {
    const notebook = await openNotebook(notebookText(fox));
    const editor = await editFirstCell(notebook);
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = fromSelection();
    await service.api.received(1);
    const moved = vscode.Uri.joinPath(workspaceFolder(), `moved ${notebooks}.ipynb`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(notebook.uri, moved);
    await vscode.workspace.applyEdit(edit);
    release();
    await pending;
    const text = (await vscode.workspace.openNotebookDocument(moved)).cellAt(0).document.getText();
    assert.equal(text, 'A red fox. And more.\n\n![A red fox.](assets/a-red-fox.png)');
  });

  it('keep their code: a comment becomes a picture, and the cell stays as it is', async () => {
    const notebook = await openNotebook(notebookText({ type: 'code', text: '# A red fox\nprint(1)' }));
    const { document } = notebook.cellAt(0);
    const images = await (
      await depict()
    ).generate({ prompt: 'A red fox' }, { document: document.uri, insert: 'below' });
    assert.equal(images.length, 1);
    assert.equal(document.getText(), '# A red fox\nprint(1)');
  });

  it('show the picture on hover over a link in a cell', async () => {
    const picture = await writeText(vscode.Uri.joinPath(workspaceFolder(), 'assets/fox.png'), '');
    const notebook = await openNotebook(notebookText({ type: 'markdown', text: '![a fox](../assets/fox.png)' }));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      notebook.cellAt(0).document.uri,
      new vscode.Position(0, 4),
    );
    const shown = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.ok(
      shown.some((text) => text.includes(picture.toString())),
      shown.join('\n'),
    );
  });

  it('get the images that their cells want, and the links follow', async () => {
    const missing = '![a fox](../assets/missing%20fox.webp)';
    const notebook = await openNotebook(
      notebookText(
        { type: 'markdown', text: missing },
        { type: 'code', text: '# ![no](no.png)' },
        {
          type: 'markdown',
          text: `Once more: ${missing}`,
        },
      ),
    );
    const { generated, failed } = await vscode.commands.executeCommand<{
      readonly generated: readonly GeneratedImage[];
      readonly failed: readonly unknown[];
      // A quick fix has the cell that it was asked for in.
    }>('depict.generateMissingImages', { uri: notebook.cellAt(1).document.uri, ask: false });
    assert.deepEqual(failed, []);
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['assets/missing fox.jpg'],
    );
    const followed = '![a fox](../assets/missing%20fox.jpg)';
    assert.deepEqual(
      notebook.getCells().map(({ document }) => document.getText()),
      [followed, '# ![no](no.png)', `Once more: ${followed}`],
    );
  });

  it('get the images that they want in a folder, and are saved where nobody has them open', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'lessons');
    const missing = { type: 'markdown', text: 'See ![a fox](img/fox.webp).' } as const;
    const wanting = await writeText(vscode.Uri.joinPath(folder, 'wants.ipynb'), notebookText(fox, missing));
    const there = { type: 'markdown', text: '![there](there.png)' } as const;
    const complete = await writeText(vscode.Uri.joinPath(folder, 'content.ipynb'), notebookText(there));
    await writeText(vscode.Uri.joinPath(folder, 'there.png'), '');
    await writeText(vscode.Uri.joinPath(folder, 'broken.ipynb'), '{');
    const page = await writeText(vscode.Uri.joinPath(folder, 'page.md'), '![a fox](img/fox.webp)');
    const { generated, failed } = await vscode.commands.executeCommand<{
      readonly generated: readonly GeneratedImage[];
      readonly failed: readonly unknown[];
    }>('depict.generateMissingImagesInFolder', { uri: folder, ask: false });
    assert.deepEqual(failed, []);
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['lessons/img/fox.jpg'],
    );
    const written = async (uri: vscode.Uri): Promise<string> =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.match(await written(wanting), /See !\[a fox\]\(img\/fox\.jpg\)\./u);
    assert.equal(await written(page), '![a fox](img/fox.jpg)');
    const opened = vscode.workspace.notebookDocuments.map(({ uri }) => uri.toString());
    assert.ok(!opened.includes(complete.toString()));
  });

  it('that cannot be written keep their text, and the link is given', async () => {
    const system = memoryFileSystem('depict-readonly-notebook', { isReadonly: true });
    try {
      const notebook = await vscode.workspace.openNotebookDocument(system.put('/a.ipynb', notebookText(fox)));
      const { document } = notebook.cellAt(0);
      const [image] = await (
        await depict()
      ).generate({ prompt: 'A red fox.' }, { document: document.uri, insert: 'below' });
      assert.match(image?.note ?? '', /link could not be written/);
      assert(image && (await exists(image.uri)));
      assert.equal(document.getText(), fox.text);
    } finally {
      system.dispose();
    }
  });
});
