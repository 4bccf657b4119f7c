import assert from 'node:assert/strict';
import { applyStyles } from '../../../../src/core/form/applyStyles.ts';

const styles = {
  Oil: 'oil on canvas',
  Commas: ', , soft light, ',
  Frame: 'a photo of {prompt}, framed',
  Twice: '{prompt} and {prompt}',
  Empty: ' , ',
};

function styled(prompt: string, ...names: string[]): string {
  return applyStyles(prompt, names, styles).prompt;
}

describe('applyStyles', () => {
  it('adds to the end of the prompt', () => {
    assert.equal(styled('a cat', 'Oil'), 'a cat, oil on canvas');
    assert.equal(styled('a cat'), 'a cat');
  });

  it('doubles no comma', () => {
    assert.equal(styled('a cat,', 'Oil'), 'a cat, oil on canvas');
    assert.equal(styled('a cat , ,\n', 'Oil'), 'a cat, oil on canvas');
    assert.equal(styled('a cat', 'Commas'), 'a cat, soft light,');
    assert.equal(styled('a cat', 'Commas', 'Oil'), 'a cat, soft light, oil on canvas');
  });

  it('takes no time for white space within', () => {
    const prompt = `a${' ,'.repeat(100_000)}b`;
    const start = performance.now();
    assert.equal(styled(prompt, 'Oil'), `${prompt}, oil on canvas`);
    assert.ok(performance.now() - start < 500);
  });

  it('puts the prompt where a template has it', () => {
    assert.equal(styled('a cat', 'Frame'), 'a photo of a cat, framed');
    assert.equal(styled('a cat', 'Twice'), 'a cat and a cat');
  });

  it('applies several in the order of their names', () => {
    assert.equal(styled('a cat', 'Oil', 'Frame'), 'a photo of a cat, oil on canvas, framed');
    assert.equal(styled('a cat', 'Frame', 'Oil'), 'a photo of a cat, framed, oil on canvas');
  });

  it('reads nothing into the prompt', () => {
    assert.equal(styled('$& $1 {prompt}', 'Frame'), 'a photo of $& $1 {prompt}, framed');
  });

  it('does with little', () => {
    assert.equal(styled('', 'Oil'), 'oil on canvas');
    assert.equal(styled('a cat, ', 'Empty'), 'a cat, ');
  });

  it('tells the names that it does not know, also those that every object has', () => {
    assert.deepEqual(applyStyles('a cat', ['Gone', 'Oil', 'toString', '__proto__'], styles), {
      prompt: 'a cat, oil on canvas',
      unknown: ['Gone', 'toString', '__proto__'],
    });
  });
});
