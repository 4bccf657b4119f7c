import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, depict, openFile, resetSettings, setSettings, workspaceFolder } from './depict.ts';
import { until } from './until.ts';

const titles = ['Regenerate', 'Variations', 'Reuse Settings', 'Copy as Code'];

describe('code lenses above image links', () => {
  let made: GeneratedImage;

  before(async () => {
    const request = { prompt: 'a green door', provider: 'hf-inference', width: 64, height: 64, fileName: 'door' };
    const [image] = await (await depict()).generate({ ...request, folder: '.' });
    assert(image);
    made = image;
  });
  after(clearWorkspace);
  afterEach(() => resetSettings());

  it('are not there unless they are wanted, and come and go with the setting', async () => {
    const { document } = await openFile('lens.md', `# A\n\n![a door](${nameOf(made.uri)})\n`);
    assert.deepEqual(await lensesIn(document), []);
    await setSettings({ codeLens: true });
    const lenses = await lensesIn(document);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title.replace(/^\$\([\w-]+\) /, '')]),
      titles.map((title) => [2, title]),
    );
  });

  it('do with the image what the hover does', async () => {
    await setSettings({ codeLens: true });
    const { document } = await openFile('lens.html', `<p>\n<img src="${nameOf(made.uri)}">\n</p>\n`);
    const [, , reuse, copy] = await lensesIn(document);
    const { prompt } = await run<{ prompt: string }>(reuse);
    assert.equal(prompt, 'a green door');
    assert.deepEqual(copy?.command?.arguments?.map(String), [made.uri.toString()]);
  });

  it('stand above images that say how they were made, above no others, and once a line', async () => {
    await setSettings({ codeLens: true });
    const copied = vscode.Uri.joinPath(workspaceFolder(), 'copied.png');
    await vscode.workspace.fs.copy(made.uri, copied, { overwrite: true });
    const foreign = vscode.Uri.joinPath(workspaceFolder(), 'foreign.png');
    await vscode.workspace.fs.writeFile(foreign, new Uint8Array([1, 2, 3]));
    const text = `![](foreign.png)\n![](copied.png) ![](${nameOf(made.uri)})\n![](nowhere.png)\n\`![](copied.png)\`\n`;
    const { document } = await openFile('lens.md', text);
    const lenses = await lensesIn(document);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, String(command?.arguments?.[0])]),
      titles.map(() => [1, copied.toString()]),
    );
  });

  it('come to an image that begins to say how it was made', async () => {
    await setSettings({ codeLens: true });
    const later = vscode.Uri.joinPath(workspaceFolder(), 'later.png');
    await vscode.workspace.fs.writeFile(later, new Uint8Array([1, 2, 3]));
    const { document } = await openFile('lens.md', '![](later.png)\n');
    assert.deepEqual(await lensesIn(document), []);
    await vscode.workspace.fs.copy(made.uri, later, { overwrite: true });
    await until(async () => (await lensesIn(document)).length === titles.length);
  });

  it('go with a file that is deleted outside of VS Code', async () => {
    await setSettings({ codeLens: true });
    const request = { prompt: 'a red door', provider: 'hf-inference', width: 64, height: 64, fileName: 'red' };
    const [image] = await (await depict()).generate({ ...request, folder: '.' });
    assert(image);
    const { document } = await openFile('lens.md', `![](/${nameOf(image.uri)})\n`);
    const shown = async (): Promise<readonly string[]> =>
      (await lensesIn(document)).map(({ command }) => String(command?.arguments?.[0]));
    assert.deepEqual(
      await shown(),
      titles.map(() => image.uri.toString()),
    );
    await rm(image.uri.fsPath);
    assert.deepEqual(await shown(), []);
  });

  it('cost little in a long document', async () => {
    await setSettings({ codeLens: true });
    const { document } = await openFile('lens.md', `![](${nameOf(made.uri)})\n\n![](x.png) words\n\n`.repeat(5_000));
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    await lenses();
    const start = performance.now();
    // None of them has its command yet, and there is a limit.
    assert.equal((await lenses()).length, 1_000 * titles.length);
    const time = performance.now() - start;
    assert.ok(time < 5_000, `It took ${time} ms.`);
  });
});

function nameOf({ path }: vscode.Uri): string {
  return path.slice(workspaceFolder().path.length + 1);
}

/** With their commands, so many at the most. */
async function lensesIn({ uri }: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
}

async function run<T>(lens: vscode.CodeLens | undefined): Promise<T> {
  assert(lens?.command);
  const { command, arguments: given = [] } = lens.command as { command: string; arguments?: unknown[] };
  return vscode.commands.executeCommand<T>(command, ...given);
}
