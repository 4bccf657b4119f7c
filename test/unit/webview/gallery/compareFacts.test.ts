import assert from 'node:assert/strict';
import type { PageStrings } from '../../../../src/core/sidebar/pageStrings.ts';
import { compareFacts } from '../../../../src/webview/gallery/compareFacts.ts';
import { imageCard } from '../cards.ts';

/** Every text is its own name. */
const names: object = new Proxy({}, { get: (_, name) => (name === 'parameters' ? names : String(name)) });
const strings = { image: names, form: names } as Pick<PageStrings, 'image' | 'form'>;

describe('compareFacts', () => {
  it('tells what differs, and leaves out what neither has', () => {
    const left = imageCard('a', { prompt: 'a lighthouse', seed: '1', steps: 4 });
    const right = imageCard('b', { prompt: 'a lighthouse', seed: '2', negativePrompt: ['people', 'text'] });
    const facts = compareFacts(left, right, strings);
    assert.deepEqual(
      facts.map(({ label }) => label),
      ['prompt', 'model', 'provider', 'size', 'seed', 'steps', 'negativePrompt'],
    );
    assert.deepEqual(
      facts.filter(({ differs }) => differs),
      [
        { label: 'seed', left: '1', right: '2', differs: true },
        { label: 'steps', left: '4', right: '', differs: true },
        { label: 'negativePrompt', left: '', right: 'people, text', differs: true },
      ],
    );
  });
});
