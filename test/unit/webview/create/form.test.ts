import assert from 'node:assert/strict';
import { emptyForm, parameterFields } from '../../../../src/core/sidebar/formValues.ts';
import { firstUri } from '../../../../src/webview/create/firstUri.ts';
import { imageCount } from '../../../../src/webview/create/imageCount.ts';
import { countSet, fieldOrder, isUnderMore } from '../../../../src/webview/create/settings.ts';

describe('the form', () => {
  it('counts what is set beyond prompt, size and count', () => {
    assert.equal(countSet({ ...emptyForm, prompt: 'x', width: '1', height: '1', count: '3' }), 0);
    const all = { ...emptyForm, steps: '4', guidanceScale: '1', scheduler: 'x', model: 'a/b', provider: 'p' };
    assert.equal(countSet({ ...all, negativePrompt: ['a', 'b'], styles: ['s', 't'] }), 7);
    assert.equal(countSet({ ...emptyForm, negativeDraft: ' x ', steps: '  ' }), 1);
    assert.equal(countSet({ ...emptyForm, seed: '4' }), 0, 'a seed that is not locked is not used');
    assert.equal(countSet({ ...emptyForm, seed: '4', seedLocked: true }), 1);
  });

  it('can bring the focus to every field that can have a problem', () => {
    for (const name of [...parameterFields, 'prompt', 'count', 'model', 'provider', 'styles'] as const) {
      assert.ok(fieldOrder.includes(name), name);
    }
    assert.equal(isUnderMore('width'), false);
    assert.equal(isUnderMore('seed'), true);
  });

  it('counts the images of all alternatives', () => {
    assert.deepEqual(imageCount({ prompt: 'a {b|c} {d|e|f}', count: '2' }), {
      prompts: 6,
      isTooMany: false,
      images: 12,
    });
    assert.deepEqual(imageCount({ prompt: '', count: 'many' }), { prompts: 1, isTooMany: false, images: 1 });
    assert.equal(imageCount({ prompt: '{a|b}'.repeat(20), count: '1' }).isTooMany, true);
  });

  it('takes the first address of a list', () => {
    assert.equal(firstUri('# from the Explorer\r\nfile:///a%20b.png\r\nfile:///c.png'), 'file:///a%20b.png');
    assert.equal(firstUri(' \n#\n'), undefined);
    assert.equal(firstUri(''), undefined);
  });
});
