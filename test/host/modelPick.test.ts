// The list that the sidebar's model and provider are chosen from.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Models } from '../../src/editor/model/models.ts';
import { pickForForm, type Picked } from '../../src/editor/sidebar/form/pickForForm.ts';
import { resetSettings, setSettings } from './depict.ts';
import { enter, sectionOf, type, withModelPicks } from './modelPicks.ts';
import { until } from './until.ts';

describe('the picker of model and provider', () => {
  const shown = withModelPicks();
  afterEach(() => resetSettings());

  const chosen: string[] = [];
  const changed = new vscode.EventEmitter<void>();
  const models: Models = {
    hub: {
      search: () => Promise.resolve({ models: [] }),
      servingProviders: () => Promise.resolve([]),
    },
    home: {
      models: () => Promise.resolve([]),
      samplers: () => Promise.resolve(undefined),
    },
    recent: {
      list: () => ['me/my-model'],
      onDidChange: changed.event,
      refresh: () => Promise.resolve(),
      noteChosen: (model) => Promise.resolve(void chosen.push(model)),
    },
    onBug: (error) => assert.fail(String(error)),
  };

  const isOffered = (): boolean => shown.pick.items.some(({ label }) => label.startsWith('Use “'));

  /** What Enter chooses after these words were typed. */
  async function typeAndEnter(words: string, isOfferedAsTyped: boolean): Promise<Picked | undefined> {
    const picked = pickForForm(models, { model: 'a/b', provider: 'auto' });
    await type(shown.pick, words);
    assert.equal(isOffered(), isOfferedAsTyped, words);
    await enter();
    return picked;
  }

  it('takes words that are searched for as such', async () => {
    assert.deepEqual(await typeAndEnter('flux', false), { model: 'black-forest-labs/FLUX.1-dev' });
    assert.deepEqual(await typeAndEnter('my-m', false), { model: 'me/my-model' });
    assert.deepEqual(await typeAndEnter('image qwen', false), { model: 'Qwen/Qwen-Image' });
  });

  it('takes the name of a provider for one', async () => {
    assert.deepEqual(await typeAndEnter('hf-inference', false), { provider: 'hf-inference' });
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:1/x' });
    assert.deepEqual(await typeAndEnter('hf-inference', false), { provider: 'hf-inference' });
  });

  it('takes a name that it does not know as it was typed, last of all', async () => {
    assert.deepEqual(await typeAndEnter('someone/new', true), { model: 'someone/new' });
    assert.equal(chosen.at(-1), 'someone/new');
    assert.deepEqual(await typeAndEnter('black-forest-labs/FLUX', true), { model: 'black-forest-labs/FLUX.1-dev' });
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:1/x' });
    assert.deepEqual(await typeAndEnter('flux', true), { model: 'black-forest-labs/FLUX.1-dev' });
    assert.deepEqual(await typeAndEnter('checkpoint_7', true), { model: 'checkpoint_7' });
  });

  it('gives the form back to the settings', async () => {
    assert.deepEqual(await typeAndEnter('model of the settings', false), { model: '' });
    assert.deepEqual(sectionOf(shown.pick, 'Settings'), ['Model of the settings']);
    assert.deepEqual(await typeAndEnter('provider of', false), { provider: '' });
  });

  it('shows nothing of an earlier search, even where its answer comes last', async () => {
    const answers = new Map<string, (id: string) => void>();
    const search: Models['hub']['search'] = (question) =>
      new Promise((resolve) => {
        const words = 'words' in question ? question.words : '';
        answers.set(words, (id) => resolve({ models: [{ id, gated: false, providers: ['together'] }] }));
      });
    const picked = pickForForm({ ...models, hub: { ...models.hub, search } }, { model: 'a/b', provider: 'auto' });
    const { pick } = shown;
    pick.value = 'first';
    await until(() => answers.has('first'));
    pick.value = 'second';
    await until(() => answers.has('second'));
    answers.get('second')?.('of/second');
    await until(() => sectionOf(pick, 'Results').length > 0);
    const { items } = pick;
    answers.get('first')?.('of/first');
    answers.get('')?.('of/none');
    // What an answer does, it does in microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(pick.items, items);
    assert.deepEqual(sectionOf(pick, 'Results'), ['of/second']);
    pick.hide();
    assert.equal(await picked, undefined);
  });
});
