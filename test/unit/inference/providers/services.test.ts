// The form shows what each service takes before it is asked: the table in core must say what the services do.
import assert from 'node:assert/strict';
import { endpointServices, providerChoices, routedServices, takenParameters } from '../../../../src/core/services.ts';
import { parameterFields } from '../../../../src/core/sidebar/formValues.ts';
import type { Provider } from '../../../../src/inference/providers/provider.ts';
import { endpointDialects, routedProviders } from '../../../../src/inference/providers/providers.ts';

const parameters = {
  ...{ negativePrompt: ['fog'], width: 512, height: 512, steps: 4, guidanceScale: 2 },
  ...{ scheduler: 'DDIM', seed: '7' },
};
const request = { prompt: 'x', model: 'a/b', provider: 'auto', parameters };

function takenBy(provider: Provider): readonly string[] {
  const target = { model: 'a/b', id: 'a/b' };
  const { ignored } = provider.request({ request, target, useCache: true, hold: false });
  return parameterFields.filter((name) => !ignored.includes(name));
}

describe('what services take', () => {
  it('is known of each of them', () => {
    assert.deepEqual(new Set(Object.keys(routedServices)), new Set(routedProviders.keys()));
  });

  it('is everything for drafts, which keep the request for the real picture, whatever server there is', () => {
    assert.deepEqual(takenParameters('draft', undefined), parameterFields);
    assert.deepEqual(takenParameters('draft', 'openai'), parameterFields);
    assert.deepEqual(providerChoices, ['auto', ...routedProviders.keys(), 'draft']);
  });

  for (const [name, provider] of [...routedProviders, ...Object.entries(endpointDialects)]) {
    it(`${name} as the table says`, () => {
      const taken = { ...routedServices, ...endpointServices }[name];
      assert.deepEqual(takenBy(provider), taken);
    });
  }
});
