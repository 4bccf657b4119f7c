import assert from 'node:assert/strict';
import { graphemes } from '../../../../src/core/names/graphemes.ts';
import { altText } from '../../../../src/core/prompt/altText.ts';
import { promptProblem } from '../../../../src/core/prompt/promptProblem.ts';
import { nastyText } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

describe('alt texts', () => {
  const examples: readonly [prompt: string, expected: string][] = [
    ['A lighthouse at dusk. The sea is calm.', 'A lighthouse at dusk.'],
    ['A lighthouse at dusk', 'A lighthouse at dusk'],
    ['a fox. dark sky', 'a fox.'],
    ['Mr. Smith in N.Y. at 3.5 km. Next', 'Mr. Smith in N.Y. at 3.5 km.'],
    ['a fox e.g. red. blue', 'a fox e.g. red.'],
    ['J. R. R. Tolkien writes. ok', 'J. R. R. Tolkien writes.'],
    ['What? Yes!', 'What?'],
    ['Wow!! A fox', 'Wow!!'],
    ['He said "Hi." Then left.', 'He said "Hi."'],
    ['1. A fox', '1. A fox'],
    ['...dots. x', '...dots.'],
    ['夕暮れの海。灯台', '夕暮れの海。'],
    ['「静かな海！」彼は言った。', '「静かな海！」'],
    ['समुद्र के पास। जहाज', 'समुद्र के पास।'],
    ['منارة؟ نعم', 'منارة؟'],
    ['Para one\n\nPara two', 'Para one'],
    ['two\nlines', 'two lines'],
    ['', ''],
  ];
  for (const [prompt, expected] of examples) {
    it(`of ${JSON.stringify(prompt)}`, () => assert.equal(altText(prompt), expected));
  }

  it('are cut at a word, or between characters where there are no words', () => {
    assert.equal(altText('word '.repeat(60)), `${'word '.repeat(24)}word…`.slice(-125).replace(/^ ?/, ''));
    assert.equal(altText('海'.repeat(200)), `${'海'.repeat(124)}…`);
    assert.equal(altText('x'.repeat(125)), 'x'.repeat(125));
  });

  it('are one short line of whole characters, whatever the prompt', () => {
    const random = pseudoRandom(52);
    for (let i = 0; i < 5_000; i++) {
      const prompt = random.text([...nastyText, '. ', '。', 'long words here '], 60);
      const alt = altText(prompt);
      const about = JSON.stringify({ prompt, alt });
      assert.ok(alt.length <= 125, about);
      assert.doesNotMatch(alt, /[\n\r\u2028]/u, about);
      const body = graphemes(alt.replace(/…$/u, ''));
      const flat = graphemes((prompt.trimStart().split(/\n[^\S\n]*\n/u)[0] ?? '').replace(/\s+/gu, ' ').trim());
      assert.deepEqual(body, flat.slice(0, body.length), about);
    }
  });
});

describe('a prompt', () => {
  it('is neither empty nor a whole document', () => {
    assert.deepEqual(promptProblem(' \n'), { type: 'emptyPrompt' });
    assert.equal(promptProblem('a'), undefined);
    assert.equal(promptProblem('a'.repeat(10_000)), undefined);
    assert.deepEqual(promptProblem('a'.repeat(100_000)), { type: 'promptTooLong', length: 100_000, limit: 10_000 });
  });
});
