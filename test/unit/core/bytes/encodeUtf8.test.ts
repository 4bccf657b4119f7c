import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../../src/core/bytes/encodeUtf8.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';

describe('encodeUtf8', () => {
  it('does as TextEncoder does, with every length of character and halves of pairs', () => {
    const random = randomNumbers(1);
    const limits = [0x80, 0x800, 0xd800, 0xe000, 0x1_0000, 0x11_0000];
    for (let round = 0; round < 2000; round += 1) {
      const codes = Array.from({ length: 8 }, () => Math.floor(random() * (limits[Math.floor(random() * 6)] ?? 1)));
      const text = String.fromCodePoint(...codes);
      assert.deepEqual(encodeUtf8(text), new TextEncoder().encode(text));
    }
  });
});
