import assert from 'node:assert/strict';
import { insertWords, offeredActions } from '../../../../src/webview/images/offeredActions.ts';
import { imageCard } from '../cards.ts';

describe('offeredActions', () => {
  it('is everything while the file is there', () => {
    const { first, others } = offeredActions(imageCard('a'));
    assert.equal(first, 'insert');
    assert.ok(others.includes('delete') && others.includes('favourite') && !others.includes('forget'));
  });

  it('is nothing with the file where it is gone', () => {
    const { first, others } = offeredActions(imageCard('a', { deleted: true, favourite: true }));
    assert.deepEqual([first, others], [undefined, ['copyAsCode', 'unfavourite', 'forget']]);
  });

  it('is bringing the file back where it was kept, and only then', () => {
    assert.equal(offeredActions(imageCard('a', { deleted: true, restorable: true })).first, 'restore');
    assert.equal(offeredActions(imageCard('a', { deleted: true, restorable: false })).first, undefined);
  });
});

describe('insertWords', () => {
  const words = { insertAt: 'Insert at {0}', insertBack: 'Insert somewhere' };

  it('names the place of the image itself, else that of the cursor', () => {
    assert.equal(insertWords({ insertPlace: 'a.md, line 3' }, 'b.md, line 1', words), 'Insert at a.md, line 3');
    assert.equal(insertWords({}, 'b.md, line 1', words), 'Insert at b.md, line 1');
  });

  it('promises no place where none is known', () =>
    assert.equal(insertWords({}, undefined, words), 'Insert somewhere'));
});
