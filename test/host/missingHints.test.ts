/** When the hints about missing images come and go. */
import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { MissingImagesResult } from '../../src/api.ts';
import { clearWorkspace, depict, openFile, workspaceFolder } from './depict.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';
import { openAt, writeText } from './openAt.ts';
import { replace, withPerson } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);
const hintsOf = ({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'depict');
const top = new vscode.Position(0, 0);

describe('hints about missing images', () => {
  const service = withService();
  const somebody = withPerson();

  before(() => depict());
  afterEach(clearWorkspace);

  it('go and come with a folder that is moved outside of VS Code', async () => {
    const { document } = await openFile('moved.md', '![a fox](img/fox.png)\n');
    await until(() => hintsOf(document).length === 1);
    const aside = at('aside').fsPath;
    await mkdir(aside);
    await writeFile(path.join(aside, 'fox.png'), '');
    await rename(aside, at('img').fsPath);
    await until(() => hintsOf(document).length === 0);
    await rm(at('img').fsPath, { recursive: true });
    await until(() => hintsOf(document).length === 1);
  });

  it('do not wait until files have stopped to come and go', async () => {
    const editor = await openFile('busy.md', '![a fox](fox.png)\n');
    await until(() => hintsOf(editor.document).length === 1);
    let count = 0;
    const busy = setInterval(() => void writeFile(at(`busy${(count += 1)}.png`).fsPath, ''), 100);
    try {
      await until(() => count > 3);
      await editor.edit((edit) => edit.insert(top, '![a hen](hen.png)\n\n'));
      await until(() => hintsOf(editor.document).length === 2);
    } finally {
      clearInterval(busy);
    }
  });

  it('follow the configuration that says where links lead', async () => {
    await writeText(at('figs/fox.png'), '');
    const main = await openAt(at('main.tex'), '\\graphicspath{{figs/}}\n');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const chapter = await openAt(at('chapter.tex'), '\\includegraphics{hen.png}\n\\includegraphics{fox.png}\n');
    await until(() => hintsOf(chapter.document).length === 1);
    // The same length: only the time of the change tells.
    const shown = { viewColumn: vscode.ViewColumn.Beside };
    const editor = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(main.document.uri),
      shown,
    );
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 15, 0, 19), 'pics'));
    await editor.document.save();
    await until(() => hintsOf(chapter.document).length === 2);
  });

  it('are only in documents that somebody works on', async () => {
    const system = memoryFileSystem('depict-old-version', { isReadonly: true });
    try {
      const text = '![a fox](fox.png)\n';
      const old = await vscode.workspace.openTextDocument(system.put('/page.md', text));
      await vscode.window.showTextDocument(old, vscode.ViewColumn.One);
      const now = await openAt(at('page now.md'), text);
      await vscode.window.showTextDocument(old, vscode.ViewColumn.Two);
      // The one that was shown first would have its hint first.
      await until(() => hintsOf(now.document).length === 1);
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument(now.document.uri),
        vscode.ViewColumn.Three,
      );
      await now.edit((edit) => edit.insert(top, '![a hen](hen.png)\n\n'));
      await until(() => hintsOf(now.document).length === 2);
      assert.deepEqual(hintsOf(old), []);
    } finally {
      system.dispose();
    }
  });

  it('are said on hover, with what makes the image', async () => {
    const { document } = await openFile('hover (1)).md', 'See ![a fox in snow](fox.png).\n');
    await until(() => hintsOf(document).length === 1);
    const [hover] = await hoversAt(document, new vscode.Position(0, 8));
    assert.match((hover ?? '').replaceAll('&nbsp;', ' '), /“a fox in snow”/u);
    const [, command = '', given = ''] = /\]\(command:([\w.]+)\?([^)]*)\)$/u.exec(hover ?? '') ?? [];
    await vscode.commands.executeCommand(command, ...JSON.parse(decodeURIComponent(given)));
    assert.deepEqual(service.prompts(), ['a fox in snow']);
    await until(() => hintsOf(document).length === 0);
    assert.deepEqual(await hoversAt(document, new vscode.Position(0, 8)), []);
  });

  it('ask about their own image in Restricted Mode, and about no other', async () => {
    const { document } = await openFile('strange.md', '![a fox](fox.png)\n\n![a hen](hen.png)\n');
    const trust = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
    assert(trust);
    const lists: (readonly vscode.QuickPickItem[])[] = [];
    const undo = replace(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => void lists.push(items),
    });
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...trust, get: () => false });
    try {
      await vscode.commands.executeCommand('depict.generateMissingImage', document.uri, 2, 9);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', trust);
      undo();
    }
    assert.deepEqual(
      lists.map((items) => items.map(({ label }) => label)),
      [['a hen']],
    );
    assert.deepEqual(service.prompts(), []);
  });

  it('whose image has come meanwhile say so when they are answered', async () => {
    const { document } = await openFile('late.md', '![a fox](late.png)\n');
    await writeText(at('late.png'), '');
    await vscode.commands.executeCommand('depict.generateMissingImage', document.uri, 0, 10);
    assert.equal((await somebody.message()).text, 'No image is missing there any more.');
    assert.deepEqual(service.prompts(), []);
  });
});

describe('looking for missing images', () => {
  withService();
  const somebody = withPerson();

  before(() => depict());
  afterEach(clearWorkspace);

  it('says nothing of what is missing when it is cancelled', async () => {
    for (const name of ['a', 'b', 'c']) await writeText(at(`search/${name}.md`), `![a fox](${name}.png)\n`);
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    const undo = replace(vscode.window, {
      withProgress: (_options: unknown, task: (progress: unknown, token: vscode.CancellationToken) => unknown) =>
        task({}, cancelled.token),
    });
    try {
      const result = await vscode.commands.executeCommand<MissingImagesResult>(
        'depict.generateMissingImagesInFolder',
        at('search'),
      );
      assert.deepEqual(result, { generated: [], failed: [], skipped: [] });
      assert.deepEqual(somebody.messages, []);
    } finally {
      undo();
    }
  });

  it('looks through all that is selected in the explorer, and once through what lies in another', async () => {
    await writeText(at('one/a.md'), '![a fox](fox.png)\n');
    await writeText(at('one/two/b.md'), '![a hen](hen.png)\n');
    await writeText(at('three/c.md'), '![an owl](../one/fox.png) ![a cow](cow.png)\n');
    const lists: (readonly vscode.QuickPickItem[])[] = [];
    const undo = replace(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => void lists.push(items),
    });
    try {
      const selected = [at('one/two'), at('one'), at('three/c.md')];
      await vscode.commands.executeCommand('depict.generateMissingImagesInFolder', selected[0], selected);
    } finally {
      undo();
    }
    assert.deepEqual(
      lists.flat().map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      [
        'a fox: one/fox.png · one/a.md, line 1 · 2 links',
        'a hen: one/two/hen.png · one/two/b.md, line 1',
        'a cow: three/cow.png · three/c.md, line 1',
      ],
    );
  });

  it('reads documents in other encodings as an editor would', async () => {
    const text = '\uFEFF![a fox](fox.png)\n';
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    await vscode.workspace.fs.writeFile(at('wide/page.md'), bytes);
    await writeText(at('wide/caf\u00e9.png'), '');
    const latin = Uint8Array.from('![the caf\u00e9](caf\u00e9.png)\n', (letter) => letter.charCodeAt(0));
    await vscode.workspace.fs.writeFile(at('wide/latin.md'), latin);
    const { generated } = await vscode.commands.executeCommand<MissingImagesResult>('depict.generateMissingImages', {
      uri: at('wide'),
      ask: false,
    });
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['wide/fox.png'],
    );
  });
});

async function hoversAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const texts = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
  return texts.filter((text) => text.includes('command:depict.generateMissingImage'));
}
