import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, exists, openFile, select, workspaceFolder } from './depict.ts';
import { linkedFile } from './linkedFile.ts';
import { openAt, writeText } from './openAt.ts';
import { person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const linked = /^A red fox\.\n\n!\[A red fox\.\]\(assets\/a-red-fox\.png\)\n$/;
const top = new vscode.Position(0, 0);

describe('what happens to a document while its picture is made', () => {
  const service = withService();
  let pages = 0;
  const newPage = (folder = ''): vscode.Uri =>
    vscode.Uri.joinPath(workspaceFolder(), folder, `meanwhile ${(pages += 1)}.md`);

  afterEach(clearWorkspace);

  /** Starts the job for the words in the editor and does something else before the picture arrives. */
  async function whileGenerating(
    editor: vscode.TextEditor,
    happens: () => PromiseLike<unknown>,
  ): Promise<readonly GeneratedImage[]> {
    select(editor, 'A red fox.');
    const release = service.hold();
    try {
      const pending = vscode.commands.executeCommand<GeneratedImage[]>('depict.generateFromSelection');
      await service.api.received(1);
      await happens();
      release();
      return await pending;
    } finally {
      release();
    }
  }

  /** Opens a file as a person does, so that closing its editor closes the document too. */
  async function openLikeAPerson(uri: vscode.Uri): Promise<vscode.TextEditor> {
    await vscode.commands.executeCommand('vscode.open', uri);
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    assert.equal(editor.document.uri.toString(), uri.toString());
    return editor;
  }

  async function closeFor({ document }: vscode.TextEditor): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(() => document.isClosed);
  }

  /** Resolves with what the message after the work says. */
  async function messageAfter(work: () => Promise<unknown>): Promise<{ text: string; buttons: readonly string[] }> {
    const somebody = person();
    try {
      await work();
      return await somebody.message();
    } finally {
      somebody.leave();
    }
  }

  function assertOffered({ text, buttons }: { text: string; buttons: readonly string[] }): void {
    assert.match(text, /The link could not be written into the document\./);
    assert.ok(buttons.includes('Copy Link'), buttons.join());
  }

  describe('an untitled document that is saved under a name', () => {
    async function openUntitled(): Promise<vscode.TextEditor> {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'A red fox.\n' });
      return vscode.window.showTextDocument(document);
    }

    /** Answers the dialog with the name that it offers. */
    async function saveAs({ document }: vscode.TextEditor): Promise<vscode.TextDocument> {
      const saved = new Promise<vscode.TextDocument>((resolve) => {
        const listening = vscode.workspace.onDidSaveTextDocument((one) => {
          listening.dispose();
          resolve(one);
        });
      });
      void vscode.commands.executeCommand('workbench.action.files.save');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.isClosed;
      });
      return saved;
    }

    it('gets its link under that name', async () => {
      const editor = await openUntitled();
      let saved: vscode.TextDocument | undefined;
      await whileGenerating(editor, async () => {
        saved = await saveAs(editor);
      });
      assert.match(saved?.getText() ?? '', linked);
    });

    it('gets it although it has been written in since', async () => {
      const editor = await openUntitled();
      let saved: vscode.TextDocument | undefined;
      await whileGenerating(editor, async () => {
        saved = await saveAs(editor);
        const shown = await vscode.window.showTextDocument(saved);
        await shown.edit((edit) => edit.insert(top, '# Foxes\n\n'));
      });
      assert.match(saved?.getText() ?? '', /^# Foxes\n\nA red fox\.\n\n!\[A red fox\.\]\(assets\/[^)]+\)\n$/);
    });

    it('gets it, and no other document that says the same', async () => {
      const other = await openAt(newPage(), 'A red fox.\n');
      const editor = await openUntitled();
      let saved: vscode.TextDocument | undefined;
      await whileGenerating(editor, async () => {
        saved = await saveAs(editor);
      });
      assert.match(saved?.getText() ?? '', linked);
      assert.equal(other.document.getText(), 'A red fox.\n');
    });

    it('leaves other documents alone when it was thrown away', async () => {
      const other = await openAt(newPage(), 'A red fox.\n');
      const editor = await openUntitled();
      const message = await messageAfter(() =>
        whileGenerating(editor, () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')),
      );
      assertOffered(message);
      assert.equal(other.document.getText(), 'A red fox.\n');
    });
  });

  it('finds its place in a document that was closed, opened again and written in', async () => {
    const uri = await writeText(newPage('docs'), 'A red fox.\n\nEnd.\n');
    const editor = await openLikeAPerson(uri);
    await whileGenerating(editor, async () => {
      await closeFor(editor);
      const again = await openLikeAPerson(uri);
      await again.edit((edit) => edit.insert(top, '# Foxes\n\n'));
    });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /^# Foxes\n\nA red fox\.\n\n!\[A red fox\.\]\(\.\.\/assets\/[^)]+\)\n\nEnd\.\n$/);
  });

  it('writes nothing into a document that somebody else has changed while it was closed', async () => {
    const uri = await writeText(newPage(), 'A red fox.\n');
    const editor = await openLikeAPerson(uri);
    const message = await messageAfter(() =>
      whileGenerating(editor, async () => {
        await closeFor(editor);
        await writeText(uri, 'Somebody else wrote this.\n');
      }),
    );
    assertOffered(message);
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), 'Somebody else wrote this.\n');
  });

  it('writes into a document whose file was deleted, as long as it is open', async () => {
    const editor = await openAt(newPage(), 'A red fox.\n');
    await whileGenerating(editor, () => vscode.workspace.fs.delete(editor.document.uri));
    assert.match(editor.document.getText(), linked);
  });

  it('brings no document back that was deleted and closed', async () => {
    const uri = await writeText(newPage(), 'A red fox.\n');
    const editor = await openLikeAPerson(uri);
    const message = await messageAfter(() =>
      whileGenerating(editor, async () => {
        const edit = new vscode.WorkspaceEdit();
        edit.deleteFile(uri);
        await vscode.workspace.applyEdit(edit);
        await until(() => editor.document.isClosed);
      }),
    );
    assertOffered(message);
    assert.ok(!(await exists(uri)));
    assert.ok(await exists(vscode.Uri.joinPath(workspaceFolder(), 'assets/a-red-fox.png')));
  });

  it('follows a document whose folder is renamed', async () => {
    const editor = await openAt(newPage('docs/old'), 'A red fox.\n');
    const moved = vscode.Uri.joinPath(workspaceFolder(), 'guides/new/deep');
    const name = editor.document.uri.path.split('/').at(-1) ?? '';
    const [image] = await whileGenerating(editor, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(vscode.Uri.joinPath(editor.document.uri, '..'), moved);
      assert.ok(await vscode.workspace.applyEdit(edit));
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(moved, name));
    assert.equal(linkedFile(document.getText(), document.uri), image?.uri.toString());
    assert.match(document.getText(), /\]\(\.\.\/\.\.\/\.\.\/assets\//);
  });

  it('keeps the link that it writes while the file is being renamed', async () => {
    const editor = await openAt(newPage(), 'A red fox.\n');
    const moved = vscode.Uri.joinPath(workspaceFolder(), `renamed ${pages}.md`);
    select(editor, 'A red fox.');
    const release = service.hold();
    const pending = vscode.commands.executeCommand('depict.generateFromSelection');
    await service.api.received(1);
    const watching = vscode.workspace.onWillRenameFiles((event) => {
      release();
      event.waitUntil(pending);
    });
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(editor.document.uri, moved);
      await vscode.workspace.applyEdit(edit);
    } finally {
      watching.dispose();
    }
    assert.match((await vscode.workspace.openTextDocument(moved)).getText(), linked);
  });

  it('writes the link in the language that the document has by then', async () => {
    const editor = await openFile('page.md', 'A red fox.\n');
    await whileGenerating(editor, () => vscode.languages.setTextDocumentLanguage(editor.document, 'html'));
    assert.match(
      editor.document.getText(),
      /^A red fox\.\n<img src="assets\/a-red-fox\.png" alt="A red fox\." width="64" height="48">\n$/,
    );
  });

  it('does not pretend to have written into an editor that is read-only by now', async () => {
    const editor = await openFile('page.md', 'A red fox.\n');
    const message = await messageAfter(() =>
      whileGenerating(editor, () =>
        vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession'),
      ),
    );
    assertOffered(message);
    assert.equal(editor.document.getText(), 'A red fox.\n');
  });
});
