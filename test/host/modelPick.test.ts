// The list that the sidebar's model and provider are chosen from.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Models } from '../../src/editor/model/models.ts';
import { pickForForm, type Picked } from '../../src/editor/sidebar/pickForForm.ts';
import { resetSettings, setSettings } from './depict.ts';
import { enter, sectionOf, type, withModelPicks } from './modelPicks.ts';

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
});
