import assert from 'node:assert/strict';
import { readExactJson, writeExactJson } from '../../../../src/inference/reply/exactJson.ts';

describe('readExactJson', () => {
  for (const [text, value] of [
    ['{"seed":16357541570974532000}', { seed: '16357541570974532000' }],
    ['[-9223372036854775808 , 18446744073709551615]', ['-9223372036854775808', '18446744073709551615']],
    ['{"a":123456789012345}', { a: 123456789012345 }],
    [
      '[1.2345678901234567,1e20,1234567890123456e2,1234567890123456.5]',
      [1.2345678901234567, 1e20, 1234567890123456e2, 1234567890123456.5],
    ],
    [
      String.raw`{"a":"\"b\": 12345678901234567890, \\","c":12345678901234567890}`,
      { a: '"b": 12345678901234567890, \\', c: '12345678901234567890' },
    ],
    ['"12345678901234567890"', '12345678901234567890'],
    ['12345678901234567890', '12345678901234567890'],
    ['[]', []],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.deepEqual(readExactJson(text), value);
    });
  }

  it('refuses what is no JSON', () => {
    for (const text of ['', '{', '"', '"\\', '{"a":12345678901234567890', 'undefined', '{a:1}']) {
      assert.throws(() => readExactJson(text), SyntaxError, text);
    }
  });

  it('refuses what would take gigabytes and a minute to read', () => {
    for (const text of ['['.repeat(8_000_000), `[${'"",'.repeat(4_000_000)}1234567890123456789]`]) {
      assert.throws(() => readExactJson(text), /^SyntaxError: Too many/);
    }
  });

  it('reads many megabytes of one string', () => {
    const long = 'A'.repeat(20_000_000);
    const value = readExactJson(`{"image":"${long}","seed":12345678901234567890}`) as Record<string, string>;
    assert.equal(value['image']?.length, long.length);
    assert.equal(value['seed'], '12345678901234567890');
  });
});

describe('writeExactJson', () => {
  it('writes what JSON.stringify writes', () => {
    for (const value of [
      'ü"\\\n\u2028🌊',
      1.5,
      -0,
      true,
      null,
      [],
      {},
      [1, ['a', { b: null }]],
      { a: { b: [1] }, c: 'd' },
    ]) {
      assert.equal(writeExactJson(value), JSON.stringify(value));
    }
  });

  it('writes every digit of a big integer, and nothing for what is undefined', () => {
    assert.equal(writeExactJson({ seed: 18446744073709551615n, a: undefined }), '{"seed":18446744073709551615}');
  });
});
