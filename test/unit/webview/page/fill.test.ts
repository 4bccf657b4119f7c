import assert from 'node:assert/strict';
import { fill } from '../../../../src/webview/page/fill.ts';

describe('fill', () => {
  it('puts each value in its place, more than once and in any order', () => {
    assert.equal(fill('{1} of {0}, {1}', 10, 'three'), 'three of 10, three');
  });

  it('leaves places without a value and all other braces as they are', () => {
    assert.equal(fill('{0} {1} {a|b} {}', 'x'), 'x {1} {a|b} {}');
  });

  it('does not fill in what a value brings along', () => {
    assert.equal(fill('{0}, {1}', 'a $& {1}', 'b'), 'a $& {1}, b');
  });
});
