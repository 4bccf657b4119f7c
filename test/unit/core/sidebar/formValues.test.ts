import assert from 'node:assert/strict';
import { emptyForm, parseFormValues } from '../../../../src/core/sidebar/formValues.ts';
import { maxFieldText, maxListText } from '../../../../src/core/sidebar/limits.ts';

describe('what is too much for the form', () => {
  it('is not a long list: all of what was typed stays', () => {
    const negativePrompt = Array.from({ length: 500 }, (_, index) => `negative ${index}`);
    assert.deepEqual(parseFormValues({ negativePrompt }), { ...emptyForm, negativePrompt });
  });

  it('is cut at the end of a text', () => {
    const { prompt } = parseFormValues({ prompt: `a${'b'.repeat(maxFieldText)}` });
    assert.equal(prompt, `a${'b'.repeat(maxFieldText - 1)}`);
  });

  it('is cut at the end of a list, whether its texts are many or long', () => {
    const many = parseFormValues({ styles: Array.from({ length: maxListText }, () => '') }).styles;
    assert.equal(many.length, maxListText);
    assert.equal(
      parseFormValues({ styles: Array.from({ length: maxListText + 5 }, () => '') }).styles.length,
      maxListText,
    );
    const long = parseFormValues({ styles: Array.from({ length: 20 }, () => 'x'.repeat(maxFieldText)) }).styles;
    assert.ok(long.length === 10 && long.join('').length <= maxListText);
  });
});
