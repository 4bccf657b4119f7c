/** Missing images where several folders are open. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MissingImagesResult } from '../../../src/api.ts';
import { depict } from '../depict.ts';
import { writeText } from '../openAt.ts';
import { replace, withPerson } from '../person.ts';
import { withService } from '../service.ts';

const command = 'depict.generateMissingImagesInFolder';

describe('missing images with several folders open', () => {
  withService();
  const somebody = withPerson();
  let folders: readonly vscode.WorkspaceFolder[] = [];
  let lists: (readonly vscode.QuickPickItem[])[] = [];

  before(async () => {
    await depict();
    folders = vscode.workspace.workspaceFolders ?? [];
    for (const { uri } of folders) await writeText(vscode.Uri.joinPath(uri, 'docs/page.md'), '![a fox](fox.png)\n');
  });
  beforeEach(() => {
    lists = [];
  });
  after(async () => {
    for (const { uri } of folders)
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, 'docs'), { recursive: true });
  });

  async function run(pick: vscode.WorkspaceFolder | undefined): Promise<MissingImagesResult> {
    const undo = replace(vscode.window, {
      showWorkspaceFolderPick: () => Promise.resolve(pick),
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => void lists.push(items),
    });
    try {
      return await vscode.commands.executeCommand<MissingImagesResult>(command);
    } finally {
      undo();
    }
  }

  it('are looked for in the folder that is chosen', async () => {
    const second = folders[1];
    assert(second);
    await run(second);
    assert.deepEqual(
      lists.flat().map(({ detail }) => detail),
      [`${second.name}/docs/fox.png · ${second.name}/docs/page.md, line 1`],
    );
  });

  it('are not looked for when none is chosen', async () => {
    assert.deepEqual(await run(undefined), { generated: [], failed: [], skipped: [] });
    assert.deepEqual([lists, somebody.messages], [[], []]);
  });

  it('are looked for in all that are selected, each image where its own document wants it', async () => {
    const uris = folders.map(({ uri }) => uri);
    const undo = replace(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => void lists.push(items),
    });
    try {
      await vscode.commands.executeCommand(command, uris[0], uris);
    } finally {
      undo();
    }
    assert.deepEqual(
      lists.flat().map(({ detail }) => detail),
      folders.map(({ name }) => `${name}/docs/fox.png · ${name}/docs/page.md, line 1`),
    );
  });
});
