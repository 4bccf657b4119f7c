import assert from 'node:assert/strict';
import { providerFor } from '../../../../src/core/models/providerFor.ts';

describe('providerFor', () => {
  it('keeps the provider of the settings where it serves the model, or nobody knows', () => {
    assert.equal(providerFor('together', ['fal-ai', 'together']), 'together');
    assert.equal(providerFor('together', []), 'together');
    assert.equal(providerFor('auto', ['fal-ai']), 'auto');
  });

  it('leaves it to whoever serves the model where that one does not', () => {
    assert.equal(providerFor('together', ['fal-ai']), 'auto');
  });
});
