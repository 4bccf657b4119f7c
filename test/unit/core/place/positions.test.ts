import assert from 'node:assert/strict';
import { lineStarts, positionAt } from '../../../../src/core/place/positions.ts';

describe('lineStarts and positionAt', () => {
  it('count lines as the editor does', () => {
    const text = 'a\r\nbb\n\nc\rdd';
    const starts = lineStarts(text);
    assert.deepEqual(starts, [0, 3, 6, 7, 9]);
    assert.deepEqual(
      [0, 1, 3, 5, 6, 8, 9, text.length].map((offset) => positionAt(starts, offset)),
      [
        { line: 0, character: 0 },
        { line: 0, character: 1 },
        { line: 1, character: 0 },
        { line: 1, character: 2 },
        { line: 2, character: 0 },
        { line: 3, character: 1 },
        { line: 4, character: 0 },
        { line: 4, character: 2 },
      ],
    );
  });
});
