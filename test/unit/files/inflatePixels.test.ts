import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { inflatePixels } from '../../../src/files/inflatePixels.ts';

const pixels = Buffer.alloc(500_000, 'pixels, ');
const compressed = deflateSync(pixels, { level: 0 });
const pieces = Array.from({ length: 50 }, (_, index) => compressed.subarray(index * 10_500, (index + 1) * 10_500));

async function collect(from: readonly Uint8Array[], enough = Infinity): Promise<{ all: Buffer; calls: number }> {
  const chunks: Buffer[] = [];
  await inflatePixels(from, (chunk) => {
    chunks.push(Buffer.from(chunk));
    return chunks.length < enough;
  });
  return { all: Buffer.concat(chunks), calls: chunks.length };
}

describe('inflatePixels', () => {
  it('gives all bytes of a stream in pieces', async () => {
    assert.ok((await collect(pieces)).all.equals(pixels));
    assert.ok((await collect([compressed])).all.equals(pixels));
  });

  it('stops when it has been told enough', async () => {
    const { all, calls } = await collect(pieces, 1);
    assert.equal(calls, 1);
    assert.ok(all.length <= 64 * 1024);
  });

  it('holds small chunks of what inflates to much', async () => {
    let largest = 0;
    await inflatePixels([deflateSync(Buffer.alloc(20_000_000))], (chunk) => {
      largest = Math.max(largest, chunk.length);
      return true;
    });
    assert.ok(largest > 0 && largest <= 64 * 1024);
  });

  it('gives what there is of a stream that is cut', async () => {
    for (const length of [20, 400, 100_000]) {
      const { all } = await collect([compressed.subarray(0, length)]);
      assert.ok(all.length > 0 && pixels.subarray(0, all.length).equals(all), `${length} bytes`);
    }
  });

  it('rejects what is no stream', async () => {
    await assert.rejects(collect([Buffer.from('not compressed')]), { code: 'Z_DATA_ERROR' });
    await assert.rejects(collect([Buffer.alloc(5000, 'not compressed')]), { code: 'Z_DATA_ERROR' });
  });

  it('has nothing to do for nothing', async () => {
    assert.equal((await collect([])).calls, 0);
  });
});
