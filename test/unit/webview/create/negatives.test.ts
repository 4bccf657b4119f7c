import assert from 'node:assert/strict';
import { addNegative, typeNegative } from '../../../../src/webview/create/negatives.ts';

const list = ['blurry'];

describe('negative prompts', () => {
  it('stay a draft while they are typed', () => {
    assert.deepEqual(typeNegative({ negativePrompt: list, negativeDraft: '' }, 'two words'), {
      negativePrompt: list,
      negativeDraft: 'two words',
    });
  });

  it('become chips at a comma or a line break, several when they are pasted', () => {
    assert.deepEqual(typeNegative({ negativePrompt: list, negativeDraft: '' }, ' people , text\n\nlogo,re'), {
      negativePrompt: ['blurry', 'people', 'text', 'logo'],
      negativeDraft: 're',
    });
  });

  it('become a chip by Enter, once each, and never an empty one', () => {
    assert.deepEqual(addNegative({ negativePrompt: list, negativeDraft: ' text ' }).negativePrompt, ['blurry', 'text']);
    assert.deepEqual(addNegative({ negativePrompt: list, negativeDraft: 'blurry' }).negativePrompt, list);
    assert.deepEqual(addNegative({ negativePrompt: list, negativeDraft: '  ' }), {
      negativePrompt: list,
      negativeDraft: '',
    });
  });
});
