import assert from 'node:assert/strict';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { crc32 } from '../../../../src/core/bytes/crc32.ts';

describe('crc32', () => {
  it('is the checksum that zlib computes', () => {
    const texts = ['', 'IEND', '123456789', 'x'.repeat(1000), '\xff\0\x80'];
    for (const text of texts) {
      const bytes = Buffer.from(text, 'latin1');
      assert.equal(crc32(bytes), zlibCrc32(bytes));
    }
  });
});
