import assert from 'node:assert/strict';
import { cutText, graphemes, utf8Length } from '../../../../src/core/names/graphemes.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

const parts: readonly string[] = [
  ...[
    'a',
    'é',
    'e\u0301',
    '👩',
    '\u200d',
    '👩‍🚀',
    '🇯',
    '🇵',
    '\ufe0f',
    '❤',
    '가',
    '\u1100',
    '\u1161',
    '\u11a8',
    'क',
    'ि',
    'न',
  ],
  ...['\r', '\n', 'ไ', 'ำ', '🏽', '1', '\u20e3', '\u200c', '\u{E0067}', '日', '\ud800', ' ', '.'],
];

describe('characters as a reader sees them', () => {
  it('are those of Unicode', () => {
    const segmenter = new Intl.Segmenter('en');
    const random = pseudoRandom(12);
    for (let i = 0; i < 3_000; i++) {
      const text = random.text(parts, 12);
      const expected = [...segmenter.segment(text)].map(({ segment }) => segment);
      assert.deepEqual(graphemes(text), expected, JSON.stringify(text));
    }
  });

  it('are never split by a cut', () => {
    const random = pseudoRandom(13);
    for (let i = 0; i < 3_000; i++) {
      const text = random.text(parts, 12);
      const [length, bytes] = [random.below(15), random.below(30)];
      const cut = cutText(text, length, bytes);
      assert.ok(cut.length <= length && utf8Length(cut) <= bytes, JSON.stringify(text));
      const kept = graphemes(cut);
      assert.deepEqual(kept, graphemes(text).slice(0, kept.length), JSON.stringify(text));
      const next = graphemes(text)[kept.length];
      const isFull = next === undefined || (cut + next).length > length || utf8Length(cut + next) > bytes;
      assert.ok(isFull, JSON.stringify(text));
    }
  });

  it('are counted in bytes as UTF-8 has them', () => {
    const random = pseudoRandom(14);
    for (let i = 0; i < 500; i++) {
      const text = random.text(parts, 12);
      assert.equal(utf8Length(text), Buffer.byteLength(text));
    }
  });
});
