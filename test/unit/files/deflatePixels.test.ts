import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { deflatePixels } from '../../../src/files/deflatePixels.ts';
import { failureOf } from '../inference/inferring.ts';

const never = new AbortController().signal;

describe('deflatePixels', () => {
  for (const [what, sizes] of [
    ['nothing', []],
    ['many small pieces', Array.from({ length: 500 }, (_, index) => index)],
    ['pieces larger than what goes in at a time', [200_000, 1, 65_536, 70_000]],
  ] as const) {
    it(`makes one zlib stream of ${what}`, async () => {
      const pieces = sizes.map((size, index) => new Uint8Array(size).fill(index));
      const compressed = await deflatePixels(never)(pieces);
      assert.deepEqual(inflateSync(Buffer.concat(compressed)), Buffer.concat(pieces));
    });
  }

  it('takes pieces that are all in the same place', async () => {
    const piece = new Uint8Array(1000);
    const compressed = await deflatePixels(never)(filledInTurn(piece, 200));
    const inflated = inflateSync(Buffer.concat(compressed));
    assert.deepEqual([inflated.length, inflated[0], inflated[100_500], inflated.at(-1)], [200_000, 0, 100, 199]);
  });

  it('says that it was cancelled, and takes no more', async () => {
    const controller = new AbortController();
    let taken = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        taken += 1;
        if (taken === 500) controller.abort();
        yield new Uint8Array(1000);
      }
    }
    await failureOf('cancelled', deflatePixels(controller.signal)(endless()));
    assert.ok(taken < 10_000);
    await failureOf('cancelled', deflatePixels(AbortSignal.abort())([]));
  });

  it('passes on what went wrong in drawing', async () => {
    function* broken(): Generator<Uint8Array> {
      yield new Uint8Array(10);
      throw new TypeError('a bug');
    }
    await assert.rejects(deflatePixels(never)(broken()), { name: 'TypeError', message: 'a bug' });
  });
});

function* filledInTurn(piece: Uint8Array, times: number): Generator<Uint8Array> {
  for (let time = 0; time < times; time += 1) yield piece.fill(time);
}
