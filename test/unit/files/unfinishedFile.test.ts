import assert from 'node:assert/strict';
import { nameUnfinished, readUnfinished } from '../../../src/files/unfinishedFile.ts';
import { thisProcess } from '../../../src/files/writer.ts';

describe('unfinishedFile', () => {
  it('names a hidden file that tells all that is needed to finish it', () => {
    const name = nameUnfinished('light.house.png', 1234);
    assert.match(name, /^\.light\.house\.png\.1234\./);
    const read = readUnfinished(name);
    assert.equal(read?.fileName, 'light.house.png');
    assert.equal(read.bytes, 1234);
    assert.deepEqual(read.writer, thisProcess());
  });

  it('never gives the same name twice', () => {
    const names = Array.from({ length: 1000 }, () => nameUnfinished('a.png', 1));
    assert.equal(new Set(names).size, 1000);
  });

  it('stays short, keeps the ending and cuts no character in two', () => {
    for (const long of ['x'.repeat(250), '灯'.repeat(84), '😀'.repeat(63), 'é'.repeat(125)]) {
      const name = nameUnfinished(`${long}.avif`, 64 * 1024 * 1024);
      assert.ok(Buffer.byteLength(name) <= 143, `${Buffer.byteLength(name)} bytes`);
      const kept = readUnfinished(name)?.fileName ?? '';
      assert.ok(kept.endsWith('.avif') && `${long}.avif`.startsWith(kept.slice(0, -5)), kept);
    }
  });

  it('does not take other names for its own', () => {
    for (const name of ['a.png', '.a.png', '.depict-part', '.a.png.12.depict-part', '.gitignore', '']) {
      assert.equal(readUnfinished(name), undefined);
    }
  });
});
