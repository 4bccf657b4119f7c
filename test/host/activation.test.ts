import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DepictApi } from '../../src/api.ts';

describe('activation', () => {
  const extension = vscode.extensions.getExtension<DepictApi>('depict.depict');

  it('gives the API of the version it says', async () => {
    assert(extension, 'The extension is not installed.');
    const api = await extension.activate();
    assert.equal(api.version, 1);
    assert(Array.isArray(await api.recent()));
  });

  it('registers every command that package.json shows', async () => {
    assert(extension);
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const shown = contributes.commands.map(({ command }) => command);
    assert(shown.length > 0);
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      shown.filter((command) => !registered.includes(command)),
      [],
    );
  });
});
