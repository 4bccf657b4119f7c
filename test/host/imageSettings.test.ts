import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { joinBytes } from '../../src/core/bytes/joinBytes.ts';
import { embedRecord } from '../../src/core/metadata/embedRecord.ts';
import { createImageSettings } from '../../src/editor/images/imageSettings.ts';
import { createEngine } from '../../src/engine.ts';
import { plainRecord } from '../unit/core/metadata/records.ts';
import { pictureOf } from '../unit/files/pictureOf.ts';
import { directNetwork } from '../unit/inference/transport/directNetwork.ts';
import { clearWorkspace, failureOf, workspaceFolder } from './depict.ts';

describe('the settings of an image that a page names', () => {
  const engine = createEngine(directNetwork);
  const { ofDropped } = createImageSettings(
    { load: () => Promise.resolve(engine), dispose: () => undefined },
    { refresh: () => Promise.resolve(), find: () => undefined },
  );
  let elsewhere = '';

  before(async () => {
    elsewhere = await mkdtemp(path.join(tmpdir(), 'depict-elsewhere-'));
    const picture = joinBytes(...embedRecord(pictureOf(500, 7), 'png', plainRecord));
    await vscode.workspace.fs.writeFile(at('assets/a.png'), picture);
    await vscode.workspace.fs.writeFile(vscode.Uri.file(path.join(elsewhere, 'b.png')), picture);
  });
  after(async () => {
    engine.dispose();
    await clearWorkspace();
    await rm(elsewhere, { recursive: true });
  });

  it('are read in the workspace', async () => {
    assert.equal((await ofDropped(at('assets/a.png').toString())).prompt, plainRecord.prompt);
  });

  it('are not read anywhere else, whatever its path looks like', async () => {
    await symlink(elsewhere, at('out').fsPath);
    const root = workspaceFolder().toString();
    const up = path.posix.relative(workspaceFolder().path, vscode.Uri.file(elsewhere).path);
    for (const uri of [
      `${root}/${up}/b.png`,
      `${root}/${up.replaceAll('..', '%2e%2e')}/b.png`,
      `${root}/assets/../assets/a.png`,
      `${root}/out/b.png`,
      vscode.Uri.file(path.join(elsewhere, 'b.png')).toString(),
      `${root}/assets/missing.png`,
      'no uri',
    ]) {
      const failure = await failureOf(ofDropped(uri));
      assert.deepEqual(failure, { kind: 'invalidRequest', problem: { type: 'unreadableImage', path: uri } }, uri);
    }
  });
});

function at(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}
