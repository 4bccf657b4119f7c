import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isFileInside } from '../../../src/files/isFileInside.ts';
import { temporaryFolder } from './temporaryFolder.ts';

describe('isFileInside', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => path.join(folder(), name);

  beforeEach(async () => {
    await mkdir(at('workspace/assets'), { recursive: true });
    await mkdir(at('workspace2'));
    for (const name of ['workspace/assets/a.png', 'workspace2/b.png', 'c.png']) await writeFile(at(name), 'x');
  });

  it('is true only for files that are there, in one of the folders or below', async () => {
    const folders = [at('nowhere'), at('workspace')];
    assert.equal(await isFileInside(at('workspace/assets/a.png'), folders), true);
    for (const name of ['workspace2/b.png', 'c.png', 'workspace/missing.png']) {
      assert.equal(await isFileInside(at(name), folders), false, name);
    }
    for (const way of ['workspace/../c.png', 'workspace/assets/../../workspace2/b.png']) {
      assert.equal(await isFileInside(`${folder()}/${way}`, folders), false, way);
    }
  });

  it('follows symbolic links, of the file, on its way, and of the folders', async function () {
    if (process.platform === 'win32') this.skip(); // needs a right that tests do not have
    await symlink(at('c.png'), at('workspace/link.png'));
    await symlink(at('workspace2'), at('workspace/out'));
    await symlink(at('workspace'), at('opened'));
    const folders = [at('opened')];
    assert.equal(await isFileInside(at('workspace/link.png'), folders), false);
    assert.equal(await isFileInside(at('opened/out/b.png'), folders), false);
    assert.equal(await isFileInside(at('opened/assets/a.png'), folders), true);
    assert.equal(await isFileInside(at('workspace/assets/a.png'), folders), true);
  });
});
