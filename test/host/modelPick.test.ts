import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pickModel, type Picked } from '../../src/editor/sidebar/modelPick.ts';
import { resetSettings, setSettings } from './depict.ts';
import { until } from './until.ts';

describe('the picker of model and provider', () => {
  const { createQuickPick } = vscode.window;
  let shown: vscode.QuickPick<vscode.QuickPickItem> | undefined;

  before(() => {
    Object.assign(vscode.window, {
      createQuickPick: () => (shown = createQuickPick()),
    });
  });
  after(() => Object.assign(vscode.window, { createQuickPick }));
  afterEach(resetSettings.bind(undefined, {}));

  const isOffered = (): boolean => shown?.items.some(({ label }) => label.startsWith('Use “')) ?? false;

  /** What Enter chooses after these words were typed. */
  async function typeAndEnter(words: string, isOfferedAsTyped: boolean): Promise<Picked | undefined> {
    const picked = pickModel(['me/my-model'], { model: 'a/b', provider: 'auto' });
    assert(shown);
    const before = shown.items;
    shown.value = words;
    const pick = shown;
    await until(() => pick.items !== before && pick.activeItems.length === 1);
    assert.equal(isOffered(), isOfferedAsTyped, words);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return picked;
  }

  it('takes words that are searched for as such', async () => {
    assert.deepEqual(await typeAndEnter('flux', false), { model: 'black-forest-labs/FLUX.1-dev' });
    assert.deepEqual(await typeAndEnter('my-m', false), { model: 'me/my-model' });
  });

  it('takes the name of a provider for one', async () => {
    assert.deepEqual(await typeAndEnter('hf-inference', false), { provider: 'hf-inference' });
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:1/x' });
    assert.deepEqual(await typeAndEnter('hf-inference', false), { provider: 'hf-inference' });
  });

  it('takes a name that it does not know as it was typed, last of all', async () => {
    assert.deepEqual(await typeAndEnter('someone/new', true), { model: 'someone/new' });
    assert.deepEqual(await typeAndEnter('black-forest-labs/FLUX', true), { model: 'black-forest-labs/FLUX.1-dev' });
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:1/x' });
    assert.deepEqual(await typeAndEnter('flux', true), { model: 'black-forest-labs/FLUX.1-dev' });
    assert.deepEqual(await typeAndEnter('checkpoint_7', true), { model: 'checkpoint_7' });
  });
});
