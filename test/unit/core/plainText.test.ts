import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/plainText.ts';

describe('plainText', () => {
  it('leaves nothing that a notification would make clickable', () => {
    for (const text of ['[x](command:evil)', '[x]\n(command:evil)', '[x]\u200e(command:evil)', '[[x]](command:evil)']) {
      assert.doesNotMatch(plainText(text), /\]\(/, text);
    }
  });

  it('is one line without control or text-direction characters', () => {
    assert.equal(plainText('a\u0000b\r\nc\u202ed'), 'a b c d');
  });

  it('is cut at its limit, in bounded time for huge texts', () => {
    assert.equal(plainText('abcdef', 4), 'abc…');
    assert.equal(plainText('x'.repeat(10_000_000), 100).length, 100);
  });
});
