import assert from 'node:assert/strict';
import { bigEndian, littleEndian } from '../../../../src/core/bytes/byteOrder.ts';
import { decodeUtf16 } from '../../../../src/core/bytes/decodeUtf16.ts';
import { decodeUtf8 } from '../../../../src/core/bytes/decodeUtf8.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';

describe('decodeUtf8', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const expected = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };

  it('reads every character', () => {
    for (let code = 0; code <= 0x10_ffff; code += code < 0x1_0000 ? 1 : 257) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = String.fromCodePoint(code);
      assert.equal(decodeUtf8(Buffer.from(text)), text);
    }
  });

  it('reads long texts', () => {
    const text = 'été 灯台 😀 '.repeat(50_000);
    assert.equal(decodeUtf8(Buffer.from(text)), text);
    assert.equal(decodeUtf8(new Uint8Array()), '');
  });

  it('refuses what is no UTF-8, as every strict decoder does', () => {
    const random = randomNumbers(8);
    const starts = [0x41, 0x80, 0xc0, 0xc1, 0xc3, 0xe0, 0xe2, 0xed, 0xf0, 0xf4, 0xf5, 0xff];
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 5) }, (_, index) =>
        index % 4 === 0 ? (starts[Math.floor(random() * starts.length)] ?? 0) : 0x70 + Math.floor(random() * 0x60),
      );
      assert.equal(decodeUtf8(bytes), expected(bytes), Buffer.from(bytes).toString('hex'));
    }
  });
});

describe('decodeUtf16', () => {
  const text = 'a 灯台 😀 \ud800'.repeat(3000);

  it('reads both byte orders, and passes over half a unit', () => {
    const little = Buffer.from(text, 'utf16le');
    assert.equal(decodeUtf16(little, littleEndian), text);
    assert.equal(decodeUtf16(Buffer.from(little).swap16(), bigEndian), text);
    assert.equal(decodeUtf16(Buffer.concat([little, Buffer.from('x')]), littleEndian), text);
  });
});
