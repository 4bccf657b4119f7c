import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { takeName } from '../../../src/files/takeName.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const numbered = (attempt: number): string => (attempt === 0 ? 'a.png' : `a-${attempt}.png`);

function refusing(code: string): () => Promise<void> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

describe('takeName', () => {
  const folder = temporaryFolder();

  async function unfinished(text: string): Promise<string> {
    const file = path.join(folder(), `.${text}`);
    await writeFile(file, text);
    return file;
  }

  for (const code of ['EPERM', 'ENOTSUP', 'EXDEV', 'ENOSYS', 'EMLINK']) {
    it(`does without hard links: ${code}`, async () => {
      await writeFile(path.join(folder(), 'a.png'), 'mine');
      const name = await takeName(await unfinished('new'), numbered, refusing(code));
      assert.equal(name, 'a-1.png');
      assert.equal(await readFile(path.join(folder(), 'a-1.png'), 'utf8'), 'new');
      assert.equal(await readFile(path.join(folder(), 'a.png'), 'utf8'), 'mine');
      assert.deepEqual((await readdir(folder())).toSorted(), ['a-1.png', 'a.png']);
    });
  }

  it('gives every one of many at once its own name, also without hard links', async () => {
    const files = await Promise.all(Array.from({ length: 20 }, (_, index) => unfinished(`picture ${index}`)));
    const names = await Promise.all(
      files.map((file, index) => (index % 2 ? takeName(file, numbered) : takeName(file, numbered, refusing('EPERM')))),
    );
    assert.equal(new Set(names).size, 20);
    const texts = await Promise.all(names.map((name) => readFile(path.join(folder(), name), 'utf8')));
    assert.deepEqual(
      texts,
      Array.from({ length: 20 }, (_, index) => `picture ${index}`),
    );
  });

  it('keeps the file where it is when its name cannot be given', async () => {
    const file = await unfinished('new');
    await assert.rejects(takeName(file, numbered, refusing('EIO')), { code: 'EIO' });
    await assert.rejects(takeName(`${file}-missing`, numbered, refusing('EPERM')), { code: 'ENOENT' });
    assert.deepEqual(await readdir(folder()), ['.new']);
  });
});
