import assert from 'node:assert/strict';
import { whoIsAsked } from '../../../../src/core/code/whoIsAsked.ts';

const target = { url: 'https://me:secret@Images.example.com:443/a?b', api: 'hf' } as const;

describe('whoIsAsked', () => {
  it('asks the provider that made the image, whatever the settings are by now', () => {
    assert.deepEqual(whoIsAsked('fal-ai', 'auto', undefined), { provider: 'fal-ai' });
    assert.deepEqual(whoIsAsked('fal-ai', 'auto', target), { provider: 'fal-ai' });
  });

  it('asks the server in use where that made it', () => {
    assert.deepEqual(whoIsAsked('images.example.com', 'auto', target), { provider: 'auto', target });
    const near = { url: 'http://studio:7860/x', api: 'hf' } as const;
    assert.deepEqual(whoIsAsked('studio:7860', 'auto', near).target, near);
    const plain = { url: 'http://studio/x', api: 'hf' } as const;
    assert.deepEqual(whoIsAsked('studio', 'auto', plain).target, plain);
  });

  it('asks whom the settings say where nobody knows who made it, or where that is', () => {
    for (const madeBy of [undefined, '', 'other.example.com', '127.0.0.1:8080', 'localhost']) {
      assert.deepEqual(whoIsAsked(madeBy, 'hf-inference', target), { provider: 'hf-inference', target });
      assert.deepEqual(whoIsAsked(madeBy, 'hf-inference', undefined), { provider: 'hf-inference' });
    }
  });
});
