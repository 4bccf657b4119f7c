import assert from 'node:assert/strict';
import type { Inflate } from '../../../../../src/core/image/inflate.ts';
import { isSolidBlack } from '../../../../../src/core/image/black/isSolidBlack.ts';
import { inflatePixels } from '../../../../../src/files/inflatePixels.ts';
import { fixture } from '../../../fixtures/fixture.ts';
import { makePng, noisyPng, type PngPicture } from '../../../fixtures/makePng.ts';
import { randomNumbers } from '../../../fixtures/randomNumbers.ts';

const isBlackPng = (picture: PngPicture): Promise<boolean> => isSolidBlack(makePng(picture), 'png', inflatePixels);

/** Every pair of colour type and bit depth that PNG allows, with what black is in it. */
const kinds: readonly Pick<PngPicture, 'colourType' | 'bitDepth' | 'palette' | 'pixel'>[] = [
  ...[1, 2, 4, 8, 16].map((bitDepth) => ({ colourType: 0, bitDepth, pixel: () => [0] }) as const),
  ...[8, 16].map((bitDepth) => ({ colourType: 2, bitDepth, pixel: () => [0, 0, 0] }) as const),
  ...[1, 2, 4, 8].map((bitDepth) => {
    return { colourType: 3, bitDepth, palette: [255, 255, 255, 0, 0, 0], pixel: () => [1] } as const;
  }),
  ...[8, 16].map((bitDepth) => ({ colourType: 4, bitDepth, pixel: () => [0, 2 ** bitDepth - 1] }) as const),
  ...[8, 16].map((bitDepth) => ({ colourType: 6, bitDepth, pixel: () => [0, 0, 0, 2 ** bitDepth - 1] }) as const),
];

describe('isSolidBlack', () => {
  for (const kind of kinds) {
    for (const interlaced of [false, true]) {
      const what = `PNG of colour type ${kind.colourType}, ${kind.bitDepth} bits${interlaced ? ', interlaced' : ''}`;
      const size = { width: 13, height: 11, interlaced };

      it(`sees a black ${what}, whatever the filters`, async () => {
        for (const filter of [0, 1, 2, 3, 4]) {
          assert.equal(await isBlackPng({ ...size, ...kind, filter: () => filter }), true, `filter ${filter}`);
        }
        assert.equal(await isBlackPng({ ...size, ...kind, filter: (row) => row % 5, idatBytes: 7 }), true);
      });

      it(`sees one other pixel in a ${what}`, async () => {
        const other = kind.colourType === 3 ? [0] : kind.pixel(0, 0).with(0, 1);
        for (const [x, y] of [
          [0, 0],
          [12, 10],
          [6, 5],
        ]) {
          const pixel = (column: number, row: number) => (column === x && row === y ? other : kind.pixel(0, 0));
          assert.equal(await isBlackPng({ ...size, ...kind, pixel, filter: (row) => row % 5 }), false);
        }
      });
    }
  }

  const small = { width: 8, height: 8, bitDepth: 8 };

  it('takes a silhouette on a transparent ground for a picture', async () => {
    const pixel = (x: number) => [0, 0, 0, x < 4 ? 0 : 255];
    assert.equal(await isBlackPng({ ...small, colourType: 6, pixel }), false);
  });

  it('takes transparent black for a picture', async () => {
    assert.equal(await isBlackPng({ ...small, colourType: 6, pixel: () => [0, 0, 0, 0] }), false);
    assert.equal(await isBlackPng({ ...small, colourType: 0, transparency: [0, 0], pixel: () => [0] }), false);
    const palette = { colourType: 3, palette: [0, 0, 0], pixel: () => [0] } as const;
    assert.equal(await isBlackPng({ ...small, ...palette, transparency: [10] }), false);
    assert.equal(await isBlackPng({ ...small, ...palette, transparency: [255] }), true);
  });

  it('knows several black entries of a palette', async () => {
    const palette = [0, 0, 0, 9, 9, 9, 0, 0, 0];
    assert.equal(await isBlackPng({ ...small, colourType: 3, palette, pixel: (x) => [x % 2 ? 2 : 0] }), true);
    assert.equal(await isBlackPng({ ...small, colourType: 3, palette, pixel: (x) => [x % 3] }), false);
  });

  it('undoes every filter exactly', async () => {
    const random = randomNumbers(4);
    const black = Array.from({ length: 256 }, () => random() < 0.5);
    const palette = black.flatMap((isBlack) => (isBlack ? [0, 0, 0] : [1, 0, 0]));
    const indices = [...black.keys()].filter((index) => black[index]);
    const chosen = Array.from({ length: 40 * 40 }, () => indices[Math.floor(random() * indices.length)] ?? 0);
    const pixel = (x: number, y: number) => [chosen[y * 40 + x] ?? 0];
    for (const filter of [0, 1, 2, 3, 4]) {
      const picture = { width: 40, height: 40, bitDepth: 8, colourType: 3, palette, pixel } as const;
      assert.equal(await isBlackPng({ ...picture, filter: () => filter }), true, `filter ${filter}`);
    }
  });

  it('goes through a large black picture', async () => {
    const pixel = () => [0, 0, 0];
    assert.equal(await isBlackPng({ width: 900, height: 900, bitDepth: 8, colourType: 2, pixel }), true);
  });

  it('inflates next to nothing of an ordinary picture', async () => {
    const asked: number[] = [];
    const counting: Inflate = async (pieces, onBytes) => {
      asked.push(pieces.reduce((sum, piece) => sum + piece.length, 0));
      await inflatePixels(pieces, onBytes);
    };
    const bytes = noisyPng(200, randomNumbers(1));
    assert.equal(await isSolidBlack(bytes, 'png', counting), false);
    assert.deepEqual(asked, [512]);
  });

  it('does not call damaged pixels black', async () => {
    const bytes = Buffer.from(makePng({ ...small, colourType: 2, pixel: () => [0, 0, 0] }));
    const pixels = bytes.indexOf('IDAT') + 4;
    for (let at = pixels; at < bytes.indexOf('IEND') - 12; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged[at] = 0xff;
      assert.equal(typeof (await isSolidBlack(damaged, 'png', inflatePixels)), 'boolean');
    }
    const missing = Buffer.concat([bytes.subarray(0, pixels - 8), bytes.subarray(bytes.indexOf('IEND') - 4)]);
    assert.equal(await isSolidBlack(missing, 'png', inflatePixels), false);
  });

  it('does not inflate what was made to be endless', async () => {
    const bytes = Buffer.from(makePng({ ...small, colourType: 2, pixel: () => [0, 0, 0] }));
    bytes.writeUInt32BE(0x7fff_ffff, 16);
    bytes.writeUInt32BE(0x7fff_ffff, 20);
    const never: Inflate = () => Promise.reject(new Error('inflated'));
    assert.equal(await isSolidBlack(bytes, 'png', never), false);
  });

  const jpegs: readonly [name: string, black: boolean][] = [
    ['black.jpg', true],
    ['blackUnsampled.jpg', true],
    ['blackLowQuality.jpg', true],
    ['blackRestarts.jpg', true],
    ['blackGrey.jpg', true],
    ['blackRgb.jpg', true],
    ['whiteCorner.jpg', false],
    ['darkGrey.jpg', false],
    ['darkBlue.jpg', false],
    ['darkBlueRgb.jpg', false],
    ['baseline.jpg', false],
    ['progressive.jpg', false],
  ];
  for (const [name, black] of jpegs) {
    it(`judges ${name}`, async () => {
      assert.equal(await isSolidBlack(fixture(name), 'jpeg', inflatePixels), black);
    });
  }

  it('never throws at damaged JPEG files, and finds no cut one black', async () => {
    const random = randomNumbers(2);
    const original = fixture('blackRestarts.jpg');
    for (let round = 0; round < 500; round += 1) {
      const bytes = original.slice();
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      assert.equal(typeof (await isSolidBlack(bytes, 'jpeg', inflatePixels)), 'boolean');
    }
    for (let length = 0; length < original.length - 2; length += 1) {
      assert.equal(await isSolidBlack(original.subarray(0, length), 'jpeg', inflatePixels), false);
    }
  });

  it('leaves undecided what it cannot read', async () => {
    assert.equal(await isSolidBlack(fixture('blackProgressive.jpg'), 'jpeg', inflatePixels), false);
    assert.equal(await isSolidBlack(fixture('lossy.webp'), 'webp', inflatePixels), false);
    assert.equal(await isSolidBlack(fixture('still.gif'), 'gif', inflatePixels), false);
    assert.equal(await isSolidBlack(fixture('still.avif'), 'avif', inflatePixels), false);
  });
});
