import assert from 'node:assert/strict';
import { loadingMore, mostPages, newSearch, withFailure, withPage } from '../../../../src/core/models/modelSearch.ts';

const model = (id: string) => ({ id, gated: false, providers: ['together'] });
const offline = { kind: 'offline', problem: 'refused', service: 'hub' } as const;

describe('a search of models', () => {
  it('grows page by page, and has no model twice', () => {
    const first = withPage(newSearch('x'), { models: [model('a/1'), model('a/2')], next: 'two' });
    assert.equal(first.next, 'two');
    assert.equal(first.isLoading, false);
    const second = withPage(loadingMore(first), { models: [model('a/2'), model('a/3')] });
    assert.deepEqual(
      second.models.map(({ id }) => id),
      ['a/1', 'a/2', 'a/3'],
    );
    assert.equal(second.next, undefined);
  });

  it('keeps what it has when a page does not come, and the way to that page', () => {
    const first = withPage(newSearch('x'), { models: [model('a/1')], next: 'two' });
    const failed = withFailure(loadingMore(first), offline);
    assert.deepEqual(failed.failure, offline);
    assert.equal(failed.models.length, 1);
    assert.equal(failed.next, 'two');
    assert.equal(loadingMore(failed).failure, undefined);
    assert.equal(withPage(failed, { models: [] }).failure, undefined);
  });

  it('ends, whatever the server says', () => {
    let search = newSearch('');
    while (search.next !== undefined || search.pages === 0) search = withPage(search, { models: [], next: 'again' });
    assert.equal(search.pages, mostPages);
  });
});
