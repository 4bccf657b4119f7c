import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isImageFailure, type Failure } from '../../../src/core/failure.ts';
import { saveNewFile } from '../../../src/files/saveNewFile.ts';
import { pictureOf } from './pictureOf.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const numbered = (attempt: number): string => (attempt === 0 ? 'a.png' : `a-${attempt}.png`);
const pieces = [Buffer.from('one '), Buffer.alloc(0), Buffer.from('two '), Buffer.from('three')];

async function failureOf(saving: Promise<unknown>): Promise<Failure> {
  const error: unknown = await saving.then(
    () => assert.fail('it was saved'),
    (reason: unknown) => reason,
  );
  if (!isImageFailure(error)) throw error;
  return error.failure;
}

describe('saveNewFile', () => {
  const root = temporaryFolder();

  it('writes the pieces one after the other into a new folder and leaves nothing else', async () => {
    const folder = path.join(root(), 'assets/deep');
    const saved = await saveNewFile({ folder, roots: [root()], fileName: numbered }, pieces);
    assert.deepEqual(saved, { path: path.join(folder, 'a.png'), bytes: 13 });
    assert.equal(await readFile(saved.path, 'utf8'), 'one two three');
    assert.deepEqual(await readdir(folder), ['a.png']);
  });

  it('writes nothing through a link into a hidden folder, where a stranger has named the folder', async () => {
    await mkdir(path.join(root(), '.git'));
    await symlink('.git', path.join(root(), 'pics'));
    const wanted = { folder: path.join(root(), 'pics/refs'), roots: [root()], fileName: numbered };
    const failure = await failureOf(saveNewFile({ ...wanted, isOpen: true }, pieces));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
    assert.deepEqual(await readdir(path.join(root(), '.git')), []);
    await saveNewFile(wanted, pieces);
  });

  it('writes many pieces and large ones whole', async () => {
    const large = Array.from({ length: 3000 }, (_, index) => Buffer.alloc(1 + (index % 4000), index % 251));
    const saved = await saveNewFile({ folder: root(), roots: undefined, fileName: numbered }, large);
    assert.ok((await readFile(saved.path)).equals(Buffer.concat(large)));
    assert.equal(saved.bytes, Buffer.concat(large).length);
  });

  it('takes the next name where one is taken, by a file, a folder or a link that leads nowhere', async () => {
    await writeFile(path.join(root(), 'a.png'), 'mine');
    await mkdir(path.join(root(), 'a-1.png'));
    await symlink('nowhere', path.join(root(), 'a-2.png'));
    const saved = await saveNewFile({ folder: root(), roots: [root()], fileName: numbered }, pieces);
    assert.equal(path.basename(saved.path), 'a-3.png');
    assert.equal(await readFile(path.join(root(), 'a.png'), 'utf8'), 'mine');
    assert.deepEqual((await readdir(root())).toSorted(), ['a-1.png', 'a-2.png', 'a-3.png', 'a.png']);
  });

  it('gives every one of many at once its own name', async () => {
    const saves = Array.from({ length: 40 }, (_, index) =>
      saveNewFile({ folder: root(), roots: [root()], fileName: numbered }, [Buffer.from(`picture ${index}`)]),
    );
    const saved = await Promise.all(saves);
    assert.equal(new Set(saved.map((each) => each.path)).size, 40);
    const texts = await Promise.all(saved.map((each) => readFile(each.path, 'utf8')));
    assert.deepEqual(
      texts,
      Array.from({ length: 40 }, (_, index) => `picture ${index}`),
    );
    assert.equal((await readdir(root())).length, 40);
  });

  it('saves under names as long as the file system has them, in every script', async () => {
    for (const name of ['x'.repeat(251), '灯'.repeat(83) + 'ab', `${'😀'.repeat(62)}abc`]) {
      const saved = await saveNewFile({ folder: root(), roots: [root()], fileName: () => `${name}.png` }, pieces);
      assert.equal(path.basename(saved.path), `${name}.png`);
    }
    assert.equal((await readdir(root())).length, 3);
  });

  describe('within the roots', () => {
    const outside = temporaryFolder();

    it('refuses a folder outside, and makes nothing there', async () => {
      for (const folder of [outside(), path.join(root(), '../..', 'etc/new'), path.join(root(), '..'), `${root()}-2`]) {
        const before = await readdir(outside());
        const failure = await failureOf(saveNewFile({ folder, roots: [root()], fileName: numbered }, pieces));
        assert.deepEqual(failure, {
          kind: 'invalidRequest',
          problem: { type: 'outsideWorkspace', path: path.resolve(folder) },
        });
        assert.deepEqual(await readdir(outside()), before);
      }
    });

    it('refuses a link that leads outside, also from further up, and makes nothing there', async () => {
      await symlink(outside(), path.join(root(), 'link'));
      for (const folder of ['link', 'link/new', 'link/../link/a/b']) {
        const wanted = { folder: path.join(root(), folder), roots: [root()], fileName: numbered };
        const failure = await failureOf(saveNewFile(wanted, pieces));
        assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'outsideWorkspace');
      }
      assert.deepEqual(await readdir(outside()), []);
    });

    it('follows a link that stays inside, and names the file by it', async () => {
      await mkdir(path.join(root(), 'real'));
      await symlink('real', path.join(root(), 'link'));
      const folder = path.join(root(), 'link/new');
      const saved = await saveNewFile({ folder, roots: [root()], fileName: numbered }, pieces);
      assert.equal(saved.path, path.join(folder, 'a.png'));
      assert.equal(await realpath(saved.path), path.join(root(), 'real/new/a.png'));
    });

    it('knows a root that is itself reached by a link', async () => {
      await symlink(outside(), path.join(root(), 'workspace'));
      const workspace = path.join(root(), 'workspace');
      const wanted = { folder: path.join(workspace, 'assets'), roots: [workspace], fileName: numbered };
      assert.equal((await saveNewFile(wanted, pieces)).path, path.join(workspace, 'assets/a.png'));
      const byRealPath = { folder: path.join(outside(), 'assets'), roots: [workspace], fileName: numbered };
      assert.equal((await saveNewFile(byRealPath, pieces)).path, path.join(outside(), 'assets/a-1.png'));
    });

    it('takes any of several roots, also one whose name begins with dots', async () => {
      const dotted = path.join(root(), '..dots');
      const wanted = { folder: dotted, roots: [outside(), root()], fileName: numbered };
      assert.equal((await saveNewFile(wanted, pieces)).path, path.join(dotted, 'a.png'));
    });

    it('does not follow a link that leads nowhere', async () => {
      await symlink(path.join(outside(), 'new'), path.join(root(), 'link'));
      const wanted = { folder: path.join(root(), 'link'), roots: [root()], fileName: numbered };
      assert.equal((await failureOf(saveNewFile(wanted, pieces))).kind, 'notSaved');
      assert.deepEqual(await readdir(outside()), []);
    });
  });

  it('refuses what is no plain file name', async () => {
    for (const name of ['', '.', '..', '../a.png', 'b/a.png', 'b\\a.png', 'a\0.png']) {
      const failure = await failureOf(saveNewFile({ folder: root(), roots: [root()], fileName: () => name }, pieces));
      assert.deepEqual(failure, { kind: 'invalidRequest', problem: { type: 'badPath', path: name } });
    }
    assert.deepEqual(await readdir(root()), []);
  });

  it('says what is in the way', async () => {
    const file = path.join(root(), 'file');
    await writeFile(file, '');
    const save = (folder: string, name = 'a.png'): Promise<Failure> =>
      failureOf(saveNewFile({ folder, roots: [root()], fileName: () => name }, pieces));
    const notSaved = { kind: 'notSaved' } as const;
    assert.deepEqual(await save(file), {
      ...notSaved,
      problem: 'folderIsFile',
      path: path.join(file, 'a.png'),
      detail: 'ENOTDIR',
    });
    assert.deepEqual(await save(path.join(file, 'below')), {
      ...notSaved,
      problem: 'folderIsFile',
      path: path.join(file, 'below/a.png'),
      detail: 'ENOTDIR',
    });
    const long = `${'x'.repeat(300)}.png`;
    assert.deepEqual(await save(root(), long), {
      ...notSaved,
      problem: 'nameTooLong',
      path: path.join(root(), long),
      detail: 'ENAMETOOLONG',
    });
    assert.deepEqual(await readdir(root()), ['file']);
  });

  it('refuses a folder that no path can be', async () => {
    const failure = await failureOf(
      saveNewFile({ folder: `${root()}/a\0b`, roots: [root()], fileName: numbered }, pieces),
    );
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'badPath');
  });

  it('leaves nothing behind when a later name is none', async () => {
    await writeFile(path.join(root(), 'a.png'), 'mine');
    const fileName = (attempt: number): string => (attempt === 0 ? 'a.png' : '../a.png');
    const failure = await failureOf(saveNewFile({ folder: root(), roots: [root()], fileName }, pieces));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'badPath');
    assert.deepEqual(await readdir(root()), ['a.png']);
  });

  it('does not try names for ever', async () => {
    await writeFile(path.join(root(), 'a.png'), 'mine');
    const failure = await failureOf(
      saveNewFile({ folder: root(), roots: [root()], fileName: () => 'a.png' }, [pictureOf(0, 1)]),
    );
    assert.equal(failure.kind === 'notSaved' && failure.problem, 'other');
    assert.deepEqual(await readdir(root()), ['a.png']);
  });
});
