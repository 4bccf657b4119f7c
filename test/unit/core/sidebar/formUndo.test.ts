import assert from 'node:assert/strict';
import { isSameForm, keptForm } from '../../../../src/core/sidebar/formUndo.ts';
import { emptyForm, type FormValues } from '../../../../src/core/sidebar/formValues.ts';

const form = (values: Partial<FormValues>): FormValues => ({ ...emptyForm, ...values });

describe('what was typed before the form was replaced', () => {
  const typed = form({ prompt: 'a cat', negativePrompt: ['fog'], model: 'owner/model' });

  it('is kept', () => {
    assert.equal(keptForm(undefined, typed, form({ prompt: 'a dog' })), typed);
    assert.equal(keptForm(undefined, typed, form({ model: 'owner/model' })), typed);
  });

  it('is nothing where nothing is lost', () => {
    assert.equal(keptForm(undefined, emptyForm, form({ prompt: 'a dog' })), undefined);
    assert.equal(keptForm(undefined, typed, { ...typed, seed: '7', seedLocked: true }), undefined);
    assert.equal(
      keptForm(undefined, form({ model: 'a/b', count: '4' }), form({ model: 'a/b', count: '4' })),
      undefined,
    );
  });

  it('is kept over more than one replacement, unless something was typed between', () => {
    const put = form({ prompt: 'a dog' });
    assert.equal(keptForm(typed, put, form({ prompt: 'a bird' })), typed);
    assert.equal(keptForm(undefined, put, form({ prompt: 'a bird' })), put);
  });

  it('is told from the same form again by every field', () => {
    assert.ok(isSameForm(typed, { ...typed, negativePrompt: ['fog'] }));
    assert.ok(!isSameForm(typed, { ...typed, negativePrompt: ['fog', 'rain'] }));
    assert.ok(!isSameForm(typed, { ...typed, seedLocked: true }));
  });
});
