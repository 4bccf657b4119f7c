import assert from 'node:assert/strict';
import { parseExactJson } from '../../../demoApi/server/exactJson.ts';

describe('parseExactJson', () => {
  it('keeps integers exact that a number cannot hold', () => {
    const text = '{"seed": 18446744073709551615, "list": [-9007199254740993, 7], "text": "16357541570974532000"}';
    assert.deepEqual(parseExactJson(text), {
      seed: 18446744073709551615n,
      list: [-9007199254740993n, 7],
      text: '16357541570974532000',
    });
  });

  it('leaves fractions, exponents and escaped quotes alone', () => {
    const text = String.raw`{"a": 0.12345678901234567, "b": 1e300, "c\" 99999999999999999999": "\\", "d": -0}`;
    assert.deepEqual(parseExactJson(text), JSON.parse(text));
  });

  it('throws on what is not JSON', () => {
    assert.throws(() => parseExactJson('{"seed": 0018446744073709551615}'), SyntaxError);
  });
});
