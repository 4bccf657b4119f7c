import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLines } from '../../../../src/files/journal/readLines.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('readLines', () => {
  const folder = temporaryFolder();

  async function read(text: string, from = 0): Promise<{ slices: (readonly string[])[]; end: number }> {
    const file = path.join(folder(), 'lines');
    await writeFile(file, text);
    const slices: (readonly string[])[] = [];
    return { end: await readLines(file, from, (lines) => slices.push(lines)), slices };
  }

  it('gives whole lines, and says how far they go', async () => {
    assert.deepEqual(await read('a\nb\nc'), { slices: [['a', 'b']], end: 4 });
    assert.deepEqual(await read('a\nb\nc', 2), { slices: [['b']], end: 4 });
    assert.deepEqual(await read('a\nb\nc', 4), { slices: [], end: 4 });
    assert.deepEqual(await read('a\nb\nc\n', 6), { slices: [], end: 6 });
    assert.deepEqual(await read('\n\n'), { slices: [['', '']], end: 2 });
    assert.deepEqual(await read(''), { slices: [], end: 0 });
    assert.deepEqual(await read('x'.repeat(1_000_000)), { slices: [], end: 0 });
  });

  it('begins at the end of a long file', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `${index} ${'灯'.repeat(30)}`);
    const { slices, end } = await read(`${lines.join('\n')}\ncut`);
    assert.ok(slices.length > 3);
    assert.ok((slices[0]?.length ?? 0) < 4_000);
    assert.equal(slices[0]?.at(-1), lines.at(-1));
    assert.deepEqual(slices.toReversed().flat(), lines);
    assert.equal(end, Buffer.byteLength(lines.join('\n')) + 1);
  });

  it('loses no line wherever a slice ends, however long lines are', async function () {
    // Tens of megabytes in small pieces, which a busy machine does not do in the usual time.
    this.timeout(60_000);
    const random = randomNumbers(5);
    const slice = 256 * 1024;
    for (let round = 0; round < 40; round += 1) {
      const lengths = Array.from({ length: 8 }, () => Math.floor(random() * (random() < 0.5 ? 5 : 3 * slice)));
      const exact = [slice - 1, slice, slice + 1].slice(0, Math.floor(random() * 4));
      const lines = [...lengths, ...exact].map((length, index) => String(index % 10).repeat(length));
      const cut = 'x'.repeat(Math.floor(random() * 2 * slice));
      const { slices, end } = await read(`first\n${lines.map((line) => `${line}\n`).join('')}${cut}`, 6);
      assert.ok(
        slices
          .toReversed()
          .flat()
          .every((line, index) => line === lines[index]),
        `round ${round}`,
      );
      assert.equal(slices.flat().length, lines.length);
      assert.equal(end, 6 + lines.join('\n').length + 1);
    }
  });
});
