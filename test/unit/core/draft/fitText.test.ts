import assert from 'node:assert/strict';
import { wordsOf, type Cell } from '../../../../src/core/draft/layout/cells.ts';
import { fitText, lineHeight, type FittedText, type TextBox } from '../../../../src/core/draft/layout/fitText.ts';

/** Letters of half an em; what is no small letter has no glyph. */
const find = (letter: string): Cell['glyphs'][number] | undefined =>
  /[a-z…]/.test(letter) ? { advance: 0.5, contours: [] } : undefined;

function fit(text: string, box: Partial<TextBox>): FittedText | undefined {
  const ellipsis = wordsOf('…', find).flatMap(({ cells }) => cells);
  return fitText(wordsOf(text, find), ellipsis, { width: 100, height: 100, largest: 20, smallest: 10, ...box });
}

/** Letters of each line, word by word. */
function lengths(fitted: FittedText | undefined): readonly (readonly number[])[] | undefined {
  return fitted?.lines.map(({ words }) => words.map(({ cells }) => cells.length));
}

describe('fitText', () => {
  it('breaks between words at the largest size at which all fit', () => {
    const fitted = fit('one three five', {});
    assert.deepEqual(lengths(fitted), [[3, 5], [4]]);
    assert.equal(fitted?.size, 20);
  });

  it('takes a smaller size before it cuts', () => {
    const fitted = fit('one three five seven', { height: 30 });
    assert.ok(fitted && fitted.size < 20 && fitted.size >= 10);
    assert.ok(fitted.lines.length * fitted.size * lineHeight <= 30);
  });

  it('cuts at the smallest size, and says so', () => {
    const fitted = fit('one three five seven nine eleven', { height: 13 });
    assert.deepEqual(lengths(fitted), [[3, 5, 4, 5, 1]]);
    assert.ok((fitted?.lines[0]?.width ?? 0) * 10 <= 100);
  });

  it('breaks a word only where it would make the whole text small', () => {
    assert.ok((fit('extraordinarily', {})?.size ?? 0) < 20);
    assert.deepEqual(lengths(fit('x'.repeat(50), { height: 1000 })), [[20], [20], [10]]);
  });

  it('ends a line behind every square letter, and keeps none of two scripts together that are not', () => {
    assert.deepEqual(
      wordsOf('灯台fox の', find).map(({ cells, space }) => [cells.length, space > 0]),
      [
        [1, false],
        [1, false],
        [3, false],
        [1, true],
      ],
    );
  });

  it('has nothing to show where there is no room', () => {
    assert.equal(fit('one', { height: 5 }), undefined);
    assert.equal(fit('', {}), undefined);
    assert.equal(fit('one two', { width: 4, height: 13 }), undefined);
  });
});
