import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isImageFailure, type Failure } from '../../../src/core/failure.ts';
import { checkFolder } from '../../../src/files/checkFolder.ts';

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (isImageFailure(error)) return error.failure;
    throw error;
  }
  throw new Error('was accepted');
}

describe('checkFolder', () => {
  let root = '';

  beforeEach(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'depict-check-')));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('accepts a folder that does not exist yet, and makes nothing', async () => {
    await checkFolder(path.join(root, 'a/b'), [root]);
    assert.deepEqual(await readdir(root), []);
  });

  it('sees a file where the folder, or one above it, should be', async () => {
    await writeFile(path.join(root, 'assets'), '');
    for (const folder of ['assets', 'assets/deeper']) {
      const failure = await failureOf(checkFolder(path.join(root, folder), [root]));
      assert.equal(failure.kind === 'notSaved' && failure.problem, 'folderIsFile', folder);
    }
  });

  it('follows links before it believes that a folder is inside', async () => {
    const workspace = path.join(root, 'workspace');
    await mkdir(workspace);
    await mkdir(path.join(root, 'outside'));
    await symlink('../outside', path.join(workspace, 'assets'));
    const failure = await failureOf(checkFolder(path.join(workspace, 'assets', 'new'), [workspace]));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
  });

  it('sees through links that lead into hidden folders, where a stranger has named the folder', async () => {
    const workspace = path.join(root, '.work/workspace');
    await mkdir(path.join(workspace, '.git/refs'), { recursive: true });
    await symlink('.git', path.join(workspace, 'pics'));
    for (const folder of ['pics', 'pics/refs', 'pics/new/deep', '.git']) {
      const failure = await failureOf(checkFolder(path.join(workspace, folder), [workspace], true));
      assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace', folder);
      await checkFolder(path.join(workspace, folder), [workspace]);
    }
    await checkFolder(path.join(workspace, 'assets'), [workspace], true);
    await checkFolder(workspace, [workspace], true);
  });
});
