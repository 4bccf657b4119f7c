import assert from 'node:assert/strict';
import { hasWords, modelSections, type ModelChoices } from '../../../../src/core/models/modelSections.ts';
import { newSearch, withPage } from '../../../../src/core/models/modelSearch.ts';

const model = (id: string) => ({ id, gated: false, providers: ['together'] });
const found = (words: string, ...ids: readonly string[]) => withPage(newSearch(words), { models: ids.map(model) });
const recommended = ['bfl/FLUX.1-dev', 'Qwen/Qwen-Image'];

function sections(choices: Partial<ModelChoices>) {
  return modelSections({
    typed: '',
    recent: [],
    recommended,
    home: [],
    search: undefined,
    known: [],
    isName: (words) => words.includes('/'),
    ...choices,
  });
}

describe('the sections of models', () => {
  it('show each model once', () => {
    const recent = ['me/mine', 'Qwen/Qwen-Image'];
    const search = found('', 'bfl/FLUX.1-dev', 'me/mine', 'new/hot');
    assert.deepEqual(sections({ recent, search }), {
      recent,
      home: [],
      recommended: ['bfl/FLUX.1-dev'],
      found: ['new/hot'],
    });
  });

  it('show few recent ones until something is typed', () => {
    const recent = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6'];
    assert.equal(sections({ recent }).recent.length, 5);
    assert.deepEqual(sections({ recent, typed: '6' }).recent, ['a/6']);
  });

  it('keep what has the words, in any order and case', () => {
    assert.deepEqual(sections({ typed: 'dev flux' }).recommended, ['bfl/FLUX.1-dev']);
    assert.deepEqual(sections({ typed: 'nothing' }), { recent: [], home: [], recommended: [], found: [] });
    assert.ok(hasWords('a/b', ''));
  });

  it('leave what the Hub has found as it is: it may know more than the name', () => {
    assert.deepEqual(sections({ typed: 'anime', search: found('anime', 'x/cartoon') }).found, ['x/cartoon']);
  });

  it('show what a server of the own has as such, also what was used or is recommended', () => {
    const home = [
      { id: 'sd15', title: 'Stable Diffusion 1.5 [6ce0161689]' },
      { id: 'Qwen/Qwen-Image', title: 'Qwen/Qwen-Image' },
    ];
    const all = sections({ home, recent: ['sd15', 'me/mine'] });
    assert.deepEqual([all.home, all.recent, all.recommended], [home, ['me/mine'], ['bfl/FLUX.1-dev']]);
    const byTitle = sections({ home, typed: 'diffusion stable', recent: ['sd15'] });
    assert.deepEqual([byTitle.home, byTitle.recent], [home.slice(0, 1), []]);
    assert.equal(sections({ home, typed: 'Qwen/Qwen-Image', recommended: [] }).typed, undefined);
    assert.equal(sections({ home, typed: 'other/one' }).typed, 'other/one');
  });

  it('look through what is known until the Hub has answered', () => {
    const known = [model('x/flux-lora'), model('x/other'), model('bfl/FLUX.1-dev')];
    assert.deepEqual(sections({ typed: 'flux', search: newSearch('flux'), known }).found, ['x/flux-lora']);
    assert.deepEqual(sections({ search: newSearch(''), known }).found, []);
  });

  it('offer the words themselves where they are a name that is in no section', () => {
    assert.equal(sections({ typed: 'me/new' }).typed, 'me/new');
    assert.equal(sections({ typed: 'no name' }).typed, undefined);
    assert.equal(sections({ typed: 'Qwen/Qwen-Image' }).typed, undefined);
    assert.equal(sections({ typed: 'me/new', recent: ['me/new'] }).typed, undefined);
    assert.equal(sections({ typed: 'me/new', search: found('me/new', 'me/new') }).typed, undefined);
    assert.equal(sections({ typed: 'me/new', search: found('me/new', 'me/new-2') }).typed, 'me/new');
  });
});
