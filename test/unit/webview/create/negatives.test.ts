import assert from 'node:assert/strict';
import { mostNegatives } from '../../../../src/core/sidebar/limits.ts';
import { addNegative, isFull, typeNegative } from '../../../../src/webview/create/negatives.ts';

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

  it('stay in the field as they were typed where no more chips fit', () => {
    const words = Array.from({ length: mostNegatives + 3 }, (_, index) => `n${index}`);
    const typed = typeNegative({ negativePrompt: [], negativeDraft: '' }, words.join(', '));
    assert.deepEqual(typed.negativePrompt, words.slice(0, mostNegatives));
    assert.equal(typed.negativeDraft.trim(), 'n100, n101, n102');
    assert.ok(isFull(typed) && !isFull({ negativePrompt: list }));
    assert.deepEqual(addNegative(typed), typed, 'and by Enter too');
    const freed = { ...typed, negativePrompt: typed.negativePrompt.slice(1) };
    assert.equal(typeNegative(freed, `${freed.negativeDraft}x`).negativePrompt.at(-1), 'n100');
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
