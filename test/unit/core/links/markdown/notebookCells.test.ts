import assert from 'node:assert/strict';
import { notebookCells } from '../../../../../src/core/links/markdown/notebookCells.ts';

describe('the cells of a notebook’s file', () => {
  it('are those of Markdown', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# A\n', '![b](c.png)'] },
      { cell_type: 'code', source: ['x = 1'] },
      { cell_type: 'markdown', source: 'one piece' },
    ];
    assert.deepEqual(notebookCells(JSON.stringify({ cells })), ['# A\n![b](c.png)', 'one piece']);
  });

  for (const text of ['', '{', 'null', '[]', '{"cells": 1}', '{"cells": [null, 1, {}, {"cell_type": "code"}]}']) {
    it(`are none in ${text}`, () => assert.deepEqual(notebookCells(text), []));
  }

  it('are empty where their text is nothing of the kind', () => {
    assert.deepEqual(notebookCells('{"cells": [{"cell_type": "markdown", "source": [1, {}]}]}'), ['']);
  });
});
