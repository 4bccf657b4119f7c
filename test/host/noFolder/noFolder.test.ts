import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../../src/api.ts';
import { depict, exists, failureOf, select, setSettings } from '../depict.ts';
import { linkedFile } from '../linkedFile.ts';
import { person } from '../person.ts';
import { withService } from '../service.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { until } from '../until.ts';

const fromSelection = (): Thenable<GeneratedImage[] | undefined> =>
  vscode.commands.executeCommand<GeneratedImage[] | undefined>('depict.generateFromSelection');

describe('without an open folder', () => {
  const service = withService();
  const folder = temporaryFolder();

  async function openAlone(name: string, text: string): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.joinPath(folder(), name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }

  async function openUntitled(content: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  }

  before(() => assert.equal(vscode.workspace.workspaceFolders, undefined));

  describe('beside a saved file', () => {
    it('puts the picture into the folder beside it, linked from there', async () => {
      const editor = await openAlone('notes.md', 'A red fox.\n');
      select(editor, 'A red fox.');
      const [image] = (await fromSelection()) ?? [];
      assert(image);
      assert.equal(image.uri.toString(), vscode.Uri.joinPath(folder(), 'assets/a-red-fox.png').toString());
      assert.equal(editor.document.getText(), 'A red fox.\n\n![A red fox.](assets/a-red-fox.png)\n');
      assert(await exists(image.uri));
    });

    for (const [setting, expected] of [
      ['./pictures of #1', 'pictures of #1/a-red-fox.png'],
      ['${documentBaseName}', 'notes/a-red-fox.png'],
      ['${documentWorkspaceFolder}/pictures', 'pictures/a-red-fox.png'],
      ['${documentDirName}/pictures', 'pictures/a-red-fox.png'],
      ['/', 'a-red-fox.png'],
    ] as const) {
      it(`takes its folder for the workspace: ${setting}`, async () => {
        await setSettings({ 'output.folder': setting });
        const { document } = await openAlone('notes.md', 'A red fox.\n');
        const [image] = await (
          await depict()
        ).generate({ prompt: 'A red fox.' }, { document: document.uri, insert: 'below' });
        assert.equal(image?.uri.toString(), vscode.Uri.joinPath(folder(), expected).toString());
        assert.equal(linkedFile(document.getText(), document.uri), image?.uri.toString());
      });
    }

    it('leaves its folder no more than a workspace', async () => {
      await setSettings({ 'output.folder': '../pictures' });
      const { document } = await openAlone('notes.md', 'A red fox.\n');
      const failure = await failureOf(
        (await depict()).generate({ prompt: 'A red fox.' }, { document: document.uri, insert: 'below' }),
      );
      assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
      assert.equal(service.api.requests.length, 0);
    });

    it('offers no Save As for it: it is where it belongs', async () => {
      const editor = await openAlone('notes.md', 'A red fox.\n');
      select(editor, 'A red fox.');
      const somebody = person();
      try {
        await fromSelection();
        assert.ok(!(await somebody.message()).buttons.includes('Save As…'));
      } finally {
        somebody.leave();
      }
    });

    it('shows the picture on hover over its link', async () => {
      const editor = await openAlone('notes.md', 'A red fox.\n');
      select(editor, 'A red fox.');
      const [image] = (await fromSelection()) ?? [];
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        new vscode.Position(2, 4),
      );
      const shown = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === 'string' ? one : one.value)),
      );
      assert(image && shown.some((text) => text.includes(image.uri.toString())), shown.join('\n'));
    });
  });

  describe('in the storage', () => {
    const inStorage = /\/globalStorage\/depict\.depict\/images\/assets\/a-red-fox(-\d+)?\.png$/;

    it('keeps what belongs to no file, linked by its address', async () => {
      const editor = await openUntitled('A red fox.\n');
      select(editor, 'A red fox.');
      const [image] = (await fromSelection()) ?? [];
      assert(image);
      assert.match(image.uri.path, inStorage);
      assert(await exists(image.uri));
      assert.equal(linkedFile(editor.document.getText(), editor.document.uri), image.uri.toString());
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), 'A red fox.\n');
    });

    it('keeps it with nothing open at all, and asks nobody', async () => {
      const somebody = person();
      try {
        const [image] = await (await depict()).generate({ prompt: 'A red fox.' });
        assert(image && (await exists(image.uri)));
        assert.match(image.uri.path, inStorage);
        assert.equal(linkedFile(image.link, vscode.Uri.file('/')), image.uri.toString());
        assert.deepEqual([somebody.messages, somebody.dialogs], [[], []]);
      } finally {
        somebody.leave();
      }
    });

    it('offers Save As in the message, after the work', async () => {
      const editor = await openUntitled('A red fox.\n');
      select(editor, 'A red fox.');
      const wanted = vscode.Uri.joinPath(folder(), 'my fox.png');
      const somebody = person({ button: 'Save As…', saveAs: wanted });
      try {
        const [image] = (await fromSelection()) ?? [];
        const { text, buttons } = await somebody.message();
        assert.match(text, /No folder is open, so it is kept in the storage of Depict\./);
        assert.ok(buttons.includes('Save As…'), buttons.join());
        assert(image);
        await until(async () => (await exists(wanted)) && (await sizeOf(wanted)) === image.bytes);
        assert.deepEqual(await vscode.workspace.fs.readFile(wanted), await vscode.workspace.fs.readFile(image.uri));
      } finally {
        somebody.leave();
      }
    });
  });

  it('asks for the prompt where there is no editor, and takes no for an answer', async () => {
    const somebody = person();
    try {
      assert.equal(await fromSelection(), undefined);
      assert.deepEqual(somebody.dialogs, ['input']);
      assert.equal(service.api.requests.length, 0);
    } finally {
      somebody.leave();
    }
  });

  it('makes what was asked for where there is no editor', async () => {
    const somebody = person({ words: 'A red fox.' });
    try {
      const [image] = (await fromSelection()) ?? [];
      assert.deepEqual(service.prompts(), ['A red fox.']);
      assert(image && (await exists(image.uri)));
      assert.ok((await somebody.message()).buttons.includes('Copy Link'));
    } finally {
      somebody.leave();
    }
  });
});

async function sizeOf(uri: vscode.Uri): Promise<number> {
  return (await vscode.workspace.fs.stat(uri)).size;
}
