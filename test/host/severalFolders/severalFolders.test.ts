import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { depict, exists, failureOf, select, setSettings } from '../depict.ts';
import { linkedFile } from '../linkedFile.ts';
import { openAt, writeText } from '../openAt.ts';
import { person } from '../person.ts';
import { withService } from '../service.ts';

const joinPath = (base: vscode.Uri, ...parts: readonly string[]): vscode.Uri => vscode.Uri.joinPath(base, ...parts);

describe('with several folders open', () => {
  const service = withService();
  let first: vscode.Uri;
  let second: vscode.Uri;

  before(() => {
    const [one, two] = vscode.workspace.workspaceFolders ?? [];
    assert(one && two);
    [first, second] = [one.uri, two.uri];
  });
  afterEach(async () => {
    // One by one, and not with their file, which VS Code would notice some time later.
    for (const undo of settingsToUndo.splice(0)) await undo();
    for (const folder of [first, second]) {
      for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
        await vscode.workspace.fs.delete(joinPath(folder, name), { recursive: true });
      }
    }
  });

  let pages = 0;
  const newPage = (folder: vscode.Uri, below = ''): vscode.Uri => joinPath(folder, below, `page ${(pages += 1)}.md`);
  const settingsToUndo: (() => Thenable<void>)[] = [];

  /** Sets what counts in one folder only. */
  async function setFolderSettings(
    scope: vscode.Uri | { uri: vscode.Uri; languageId: string },
    settings: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const config = vscode.workspace.getConfiguration('depict', scope);
    for (const [key, value] of Object.entries(settings)) {
      const set = (to: unknown): Thenable<void> =>
        config.update(key, to, vscode.ConfigurationTarget.WorkspaceFolder, !(scope instanceof vscode.Uri));
      await set(value);
      settingsToUndo.push(() => set(undefined));
    }
  }

  async function generateIn(document: vscode.Uri, request: object = {}): Promise<string> {
    const api = await depict();
    const [image] = await api.generate({ prompt: 'A red fox.', ...request }, { document, insert: 'below' });
    assert(image && (await exists(image.uri)));
    const text = (await vscode.workspace.openTextDocument(document)).getText();
    assert.equal(linkedFile(text, document), image.uri.toString(), text);
    assert.ok(text.includes(image.link), `${image.link} is not what was written: ${text}`);
    return image.uri.toString();
  }

  it('puts the picture into the folder of its document', async () => {
    const { document } = await openAt(newPage(second, 'docs/guide ü'), 'A red fox.\n');
    assert.equal(await generateIn(document.uri), joinPath(second, 'assets/a-red-fox.png').toString());
    assert.match(document.getText(), /!\[A red fox\.\]\(\.\.\/\.\.\/assets\/a-red-fox\.png\)/);
    assert.ok(!(await exists(joinPath(first, 'assets'))));
  });

  it('follows the settings of that folder', async () => {
    await setFolderSettings(second, { 'output.folder': 'Bilder #1 (neu)', 'parameters.width': 96 });
    const { document } = await openAt(newPage(second), 'A red fox.\n');
    assert.equal(await generateIn(document.uri), joinPath(second, 'Bilder #1 (neu)/a-red-fox.png').toString());
    const { document: other } = await openAt(newPage(first), 'A red fox.\n');
    assert.equal(await generateIn(other.uri), joinPath(first, 'assets/a-red-fox.png').toString());
    const widths = service.api.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
    assert.deepEqual(
      widths.map(({ parameters }) => parameters.width),
      [96, 64],
    );
  });

  it('follows the settings of that folder for the language', async () => {
    const editor = await openAt(newPage(second), 'A red fox. End.\n');
    await setFolderSettings({ uri: second, languageId: 'markdown' }, { 'link.position': 'replace' });
    select(editor, 'A red fox.');
    await vscode.commands.executeCommand('depict.generateFromSelection');
    assert.equal(editor.document.getText(), '![A red fox.](assets/a-red-fox.png) End.\n');
  });

  for (const [setting, expected] of [
    ['${documentWorkspaceFolder}/pictures', 'pictures/a-red-fox.png'],
    ['${documentRelativeDirName}/pictures', 'docs/pictures/a-red-fox.png'],
    ['./pictures', 'docs/pictures/a-red-fox.png'],
    ['/pictures', 'pictures/a-red-fox.png'],
  ] as const) {
    it(`fills variables with the folder of the document: ${setting}`, async () => {
      await setSettings({ 'output.folder': setting });
      const { document } = await openAt(newPage(second, 'docs'), 'A red fox.\n');
      assert.equal(await generateIn(document.uri), joinPath(second, expected).toString());
    });
  }

  it('lets one folder keep the pictures of another, whatever the names', async () => {
    await setFolderSettings(first, { 'output.folder': joinPath(second, 'shared').path });
    const { document } = await openAt(newPage(first), 'A red fox.\n');
    assert.equal(await generateIn(document.uri), joinPath(second, 'shared/a-red-fox.png').toString());
  });

  it('lets no picture out of all of them', async () => {
    await setFolderSettings(second, { 'output.folder': '../elsewhere' });
    const { document } = await openAt(newPage(second), 'A red fox.\n');
    const failure = await failureOf((await depict()).generate({ prompt: 'A red fox.' }, { document: document.uri }));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
    assert.equal(service.api.requests.length, 0);
  });

  it('takes an untitled document that knows its folder for one of that folder', async () => {
    const uri = joinPath(second, 'docs/new.md').with({ scheme: 'untitled' });
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A red fox.\n'));
    select(editor, 'A red fox.');
    await vscode.commands.executeCommand('depict.generateFromSelection');
    assert.ok(await exists(joinPath(second, 'assets/a-red-fox.png')));
    assert.equal(editor.document.getText(), 'A red fox.\n\n![A red fox.](../assets/a-red-fox.png)\n');
  });

  it('shows the picture on hover over a link from one folder into another', async () => {
    await depict();
    await writeText(joinPath(second, 'shared/fox #1.png'), '');
    const link = `![](../${encodeURIComponent(second.path.split('/').at(-1) ?? '')}/shared/fox%20%231.png)`;
    const { document } = await openAt(newPage(first), link);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 4),
    );
    const shown = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    const picture = joinPath(second, 'shared/fox #1.png').toString();
    assert.ok(
      shown.some((text) => text.includes(picture)),
      shown.join('\n'),
    );
  });

  describe('without a document', () => {
    const fox = async (): Promise<string | undefined> => {
      const [image] = await (await depict()).generate({ prompt: 'A red fox.' });
      return image?.uri.toString();
    };

    it('goes where the active editor is, by the settings of that folder', async () => {
      await setFolderSettings(second, { 'output.folder': 'Bilder' });
      await openAt(newPage(second), 'A red fox.\n');
      assert.equal(await fox(), joinPath(second, 'Bilder/a-red-fox.png').toString());
    });

    it('goes where a rich editor is, although that is no text editor', async () => {
      const page = await writeText(newPage(second), 'A red fox.\n');
      await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
      assert.equal(vscode.window.activeTextEditor, undefined);
      assert.equal(await fox(), joinPath(second, 'assets/a-red-fox.png').toString());
    });

    it('goes to the first folder where nothing is open', async () => {
      assert.equal(await fox(), joinPath(first, 'assets/a-red-fox.png').toString());
    });
  });

  describe('Generate Image from Selection in a rich editor', () => {
    it('asks for the prompt, and copies a link that is right for the document in it', async () => {
      const page = await writeText(newPage(second, 'docs'), 'A red fox.\n');
      await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
      const somebody = person({ words: 'A blue whale.', button: 'Copy Link' });
      try {
        const images =
          await vscode.commands.executeCommand<{ uri: vscode.Uri; link: string }[]>('depict.generateFromSelection');
        const [image] = images;
        assert.deepEqual(somebody.dialogs, ['input']);
        assert.equal(image?.uri.toString(), joinPath(second, 'assets/a-blue-whale.png').toString());
        assert.equal(linkedFile(image.link, page), image.uri.toString());
        assert.ok((await somebody.message()).buttons.includes('Copy Link'));
        assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(page)), 'A red fox.\n');
      } finally {
        somebody.leave();
      }
    });
  });
});
