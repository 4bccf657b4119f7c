// The command Choose Model…, against a Hub of its own.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import type { RecordedRequest } from '../demoApi/server/recorder.ts';
import { failureOf, resetSettings, setSettings } from './depict.ts';
import { activate, enter, goesOn, labelled, sectionOf, type, withModelPicks } from './modelPicks.ts';
import { person, type Person } from './person.ts';
import { until } from './until.ts';

interface Choice {
  readonly model: string;
  readonly provider: string;
}

const turbo = 'Tongyi-MAI/Z-Image-Turbo';
const dev = 'black-forest-labs/FLUX.1-dev';

describe('Choose Model', () => {
  const shown = withModelPicks();
  let api: DemoApi;
  let me: Person;
  let standing: Readonly<Record<string, unknown>>;

  before(async () => {
    api = await startDemoApi({ mostPerPage: 5 });
    standing = { hubUrl: api.url, routerUrl: api.url };
    await setSettings(standing);
  });
  after(async () => {
    await resetSettings();
    await api.close();
  });
  beforeEach(async () => {
    api.reset();
    me = person();
    await setSettings({ model: 'start/model', provider: 'auto' });
  });
  afterEach(async () => {
    me.leave();
    await resetSettings(standing);
  });

  const run = (argument?: unknown): Promise<Choice | undefined> =>
    Promise.resolve(vscode.commands.executeCommand<Choice | undefined>('depict.selectModel', argument));
  const setting = (key: string): unknown => vscode.workspace.getConfiguration('depict').get(key);
  const lists = (): readonly RecordedRequest[] => api.requests.filter(({ path }) => path.startsWith('/api/models?'));
  const loaded = (): Promise<void> => until(() => !shown.pick.busy);

  /** The list, as it is when the Hub has told what is talked about. */
  async function open(): Promise<{ readonly choice: Promise<Choice | undefined> }> {
    const before = shown.opened;
    const choice = run();
    choice.catch(() => undefined);
    await until(() => shown.opened > before);
    await loaded();
    return { choice };
  }

  it('shows known models at once, and what is talked about as soon as the Hub tells', async () => {
    api.setFaults([{ on: 'GET /api/models', fault: 'silent' }]);
    const choice = run();
    await api.received(1);
    assert.equal(shown.pick.busy, true);
    assert.ok(sectionOf(shown.pick, 'Recommended').length + sectionOf(shown.pick, 'Recent').length > 3);
    assert.deepEqual(sectionOf(shown.pick, 'Trending'), []);
    shown.pick.hide();
    assert.equal(await choice, undefined);
    assert.equal(await lists()[0]?.finished, 'brokenOff');
    assert.equal(setting('model'), 'start/model');

    api.reset();
    await open();
    assert.equal(sectionOf(shown.pick, 'Trending').length > 0, true);
    const { description, detail, buttons } = labelled(shown.pick, turbo);
    assert.equal(description, '$(heart) 4.1k likes · $(cloud-download) 512k downloads');
    assert.equal(detail, 'Served by fal-ai, wavespeed');
    assert.equal(buttons?.length, 1);
  });

  it('marks models with terms of their own', async () => {
    await open();
    await type(shown.pick, 'flux.1-dev');
    await until(() => labelled(shown.pick, dev).description !== undefined);
    assert.match(labelled(shown.pick, dev).description ?? '', /^\$\(lock\) gated · /);
  });

  it('searches when typing pauses, once', async () => {
    await open();
    for (const words of ['g', 'gl', 'glm', 'glm-', 'glm-i']) shown.pick.value = words;
    await until(() => sectionOf(shown.pick, 'Results').includes('zai-org/GLM-Image'));
    await loaded();
    const searches = lists().map(({ path }) => new URL(path, api.url).searchParams.get('search'));
    assert.deepEqual(searches, [null, 'glm-i']);
    // What was found before is not asked for again.
    await type(shown.pick, 'glm');
    assert.deepEqual(sectionOf(shown.pick, 'Results'), ['zai-org/GLM-Image']);
    shown.pick.value = 'glm-i';
    await loaded();
    shown.pick.value = '';
    await until(() => sectionOf(shown.pick, 'Trending').length > 0);
    assert.equal(lists().filter(({ path }) => path.includes('glm-i')).length, 1);
  });

  it('gives up a search that nobody waits for any more', async () => {
    await open();
    api.setFaults([{ on: 'GET /api/models', nth: 1, fault: 'silent' }]);
    shown.pick.value = 'stable';
    await until(() => lists().some(({ path }) => path.includes('search=stable')));
    shown.pick.value = 'glm';
    await until(() => sectionOf(shown.pick, 'Results').includes('zai-org/GLM-Image'));
    assert.equal(await lists().find(({ path }) => path.includes('search=stable'))?.finished, 'brokenOff');
    await loaded();
    assert.deepEqual(sectionOf(shown.pick, 'Results'), ['zai-org/GLM-Image']);
  });

  it('goes on to the next page in place', async () => {
    await open();
    const before = sectionOf(shown.pick, 'Trending');
    const more = goesOn(shown.pick);
    assert(more);
    assert.match(more.label, /More Results$/);
    await activate(shown.pick, more);
    await enter();
    await until(() => sectionOf(shown.pick, 'Trending').length > before.length && !shown.pick.busy);
    const after = sectionOf(shown.pick, 'Trending');
    assert.deepEqual(after.slice(0, before.length), before);
    assert.equal(shown.pick.activeItems[0]?.label, after[before.length], 'the first new one is the active one');
    while (goesOn(shown.pick)) {
      const next = goesOn(shown.pick);
      if (next) await activate(shown.pick, next);
      await enter();
      await loaded();
    }
    assert.equal(new Set(lists().map(({ path }) => path)).size, lists().length);
  });

  it('takes the model that is chosen, asks who makes it, and sets both', async () => {
    const { choice } = await open();
    await type(shown.pick, 'z-image');
    const provider = answerProvider('wavespeed');
    await enter();
    assert.deepEqual(await choice, { model: turbo, provider: 'wavespeed' });
    assert.deepEqual(provider.offered, ['auto', 'fal-ai', 'wavespeed']);
    assert.deepEqual([setting('model'), setting('provider')], [turbo, 'wavespeed']);
    assert.deepEqual(shown.statusMessages.slice(-1), [
      `Depict makes pictures with ${turbo} by wavespeed now, set in your settings.`,
    ]);
    await open();
    assert.equal(sectionOf(shown.pick, 'Recent')[0], turbo);
  });

  it('sets nothing when the provider is not chosen', async () => {
    const { choice } = await open();
    await type(shown.pick, 'z-image');
    answerProvider(undefined);
    await enter();
    assert.equal(await choice, undefined);
    assert.equal(setting('model'), 'start/model');
  });

  it('does not ask where one serves the model, nor keeps one that does not', async () => {
    await setSettings({ provider: 'together' });
    const { choice } = await open();
    await type(shown.pick, 'stabilityai/stable-diffusion-3-medium-diffusers');
    await enter();
    assert.deepEqual(await choice, {
      model: 'stabilityai/stable-diffusion-3-medium-diffusers',
      provider: 'auto',
    });
    assert.equal(setting('provider'), 'auto');
  });

  it('takes any name that is typed, and says when the Hub does not know it', async () => {
    const { choice } = await open();
    await type(shown.pick, 'someone/new');
    assert.equal(shown.pick.activeItems[0]?.label, 'Use “someone/new”');
    await enter();
    assert.deepEqual(await choice, { model: 'someone/new', provider: 'auto' });
    assert.match((await me.message()).text, /someone\/new is not to be found/);
  });

  it('opens the page of a model in the browser', async () => {
    await open();
    shown.pressButton(labelled(shown.pick, dev));
    await until(() => shown.pages.length > 0);
    assert.deepEqual(shown.pages, [`https://huggingface.co/${dev}`]);
    assert.equal(shown.pick.items.length > 0 && setting('model'), 'start/model');
  });

  describe('without an answer of the Hub', () => {
    for (const [name, fault, words] of [
      ['a broken connection', 'reset', /broke off|reset|failed/],
      ['too many questions', 'rateLimitedHub', /too many requests.*55 seconds/],
      ['an outage', 'badGateway', /not working just now/],
      ['a page to sign in', 'captivePortal', /did not answer with a list of models/],
      ['garbage', 'garbage', /did not answer with a list of models/],
    ] as const) {
      it(`says so in the list, and goes on with what is known: ${name}`, async () => {
        api.setFaults([{ on: 'GET /api/models', fault }]);
        const { choice } = await open();
        assert.match(goesOn(shown.pick)?.detail ?? '', words);
        await type(shown.pick, 'qwen');
        answerProvider('auto');
        await enter();
        assert.equal((await choice)?.model, 'Qwen/Qwen-Image');
      });
    }

    it('searches again when told to', async () => {
      api.setFaults([{ on: 'GET /api/models', nth: 1, fault: 'badGateway' }]);
      await open();
      const again = goesOn(shown.pick);
      assert(again);
      assert.match(again.label, /Search Again$/);
      await activate(shown.pick, again);
      await enter();
      await until(() => sectionOf(shown.pick, 'Trending').length > 0);
      assert.equal(goesOn(shown.pick)?.detail, undefined);
    });

    it('works offline', async () => {
      await setSettings({ hubUrl: 'http://127.0.0.1:1', routerUrl: 'http://127.0.0.1:1' });
      const { choice } = await open();
      assert.match(goesOn(shown.pick)?.detail ?? '', /Nothing answers at 127\.0\.0\.1:1/);
      await type(shown.pick, 'qwen');
      await enter();
      assert.deepEqual(await choice, { model: 'Qwen/Qwen-Image', provider: 'auto' });
      assert.equal(setting('model'), 'Qwen/Qwen-Image');
    });
  });

  it("does not search for a server of the user's own, which may have any model", async () => {
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:1', 'endpoint.api': 'openai', provider: 'together' });
    const choice = run();
    await until(() => shown.opened === 1);
    await loaded();
    assert.match(goesOn(shown.pick)?.detail ?? '', /Nothing answers at 127\.0\.0\.1:1/);
    assert.match(shown.pick.title ?? '', /127\.0\.0\.1:1/);
    assert.match(shown.pick.placeholder ?? '', /the Hub is not searched/);
    await type(shown.pick, 'checkpoint_7');
    await enter();
    assert.deepEqual(await choice, { model: 'checkpoint_7', provider: 'together' });
    assert.equal(setting('provider'), 'together');
    assert.deepEqual(lists(), []);
  });

  describe("with a server of the user's own", () => {
    const section = 'On this server';
    const checkpoint = 'v1-5-pruned-emaonly';
    const serve = (kind: 'automatic1111' | 'openai' | 'hf'): Promise<void> =>
      setSettings({ 'endpoint.url': api.url, 'endpoint.api': kind });

    it('lists the checkpoints of a web UI, and takes one by its title', async () => {
      await serve('automatic1111');
      const { choice } = await open();
      assert.deepEqual(sectionOf(shown.pick, section), [checkpoint]);
      assert.equal(labelled(shown.pick, checkpoint).description, `${checkpoint}.safetensors [6ce0161689]`);
      await type(shown.pick, '6ce0161689');
      assert.equal(shown.pick.activeItems[0]?.label, checkpoint);
      await enter();
      assert.deepEqual(await choice, { model: checkpoint, provider: 'auto' });
      assert.equal(setting('model'), checkpoint);
      assert.deepEqual(lists(), []);
      // Used by now, and still shown as the server's.
      await open();
      assert.deepEqual(sectionOf(shown.pick, section), [checkpoint]);
      assert.ok(!sectionOf(shown.pick, 'Recent').includes(checkpoint));
    });

    it('lists the models of a server that speaks OpenAI', async () => {
      await serve('openai');
      await open();
      assert.deepEqual(sectionOf(shown.pick, section), [`${checkpoint}.safetensors`]);
    });

    it('has no such section where the server has no list', async () => {
      await serve('hf');
      await open();
      assert.deepEqual(sectionOf(shown.pick, section), []);
      assert.deepEqual(api.requests, []);
    });

    it('stops asking when the list is closed, and takes a name while it asks', async () => {
      await serve('automatic1111');
      api.setFaults([{ on: 'GET /sdapi/v1/sd-models', fault: 'silent' }]);
      const asked = (): RecordedRequest | undefined => api.requests.find(({ path }) => path.endsWith('/sd-models'));
      const choice = run();
      // The sidebar of another test may ask for samplers at the same time.
      await until(() => asked() !== undefined);
      assert.equal(shown.pick.busy, true);
      await type(shown.pick, 'checkpoint_7');
      await enter();
      assert.equal((await choice)?.model, 'checkpoint_7');
      assert.equal(await asked()?.finished, 'brokenOff');
    });

    it('says in a row why there is no list, and asks again when told to', async () => {
      await serve('automatic1111');
      api.setFaults([{ on: 'GET /sdapi/v1/sd-models', nth: 1, fault: 'captivePortal' }]);
      await open();
      const again = goesOn(shown.pick);
      assert(again);
      assert.match(again.label, /Ask Again$/);
      assert.match(again.detail ?? '', /^127\.0\.0\.1:\d+ did not answer with a list of models\.$/);
      assert.notEqual(shown.pick.activeItems[0], again);
      await activate(shown.pick, again);
      await enter();
      await until(() => sectionOf(shown.pick, section).length > 0);
      assert.equal(goesOn(shown.pick), undefined);
    });
  });

  describe('with an argument', () => {
    it('asks nothing and sets it', async () => {
      assert.deepEqual(await run({ model: 'a/b', provider: 'fal-ai' }), { model: 'a/b', provider: 'fal-ai' });
      assert.deepEqual([setting('model'), setting('provider')], ['a/b', 'fal-ai']);
      assert.deepEqual(await run({ model: 'a/c' }), { model: 'a/c', provider: 'fal-ai' });
      assert.deepEqual([shown.opened, lists().length], [0, 0]);
    });

    it('refuses what is no model and no provider', async () => {
      for (const model of ['../../x', 'a b', 'no-owner', 7, undefined]) {
        assert.equal((await failureOf(run({ model }))).kind, 'invalidRequest');
      }
      assert.equal((await failureOf(run({ model: 'a/b', provider: 'acme' }))).kind, 'invalidRequest');
      assert.equal(setting('model'), 'start/model');
    });

    it('writes where the setting stands', async () => {
      const config = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('depict');
      await config().update('model', 'in/workspace', vscode.ConfigurationTarget.Workspace);
      try {
        await run({ model: 'a/b', provider: 'fal-ai' });
        const model = config().inspect('model');
        assert.deepEqual([model?.workspaceValue, model?.globalValue], ['a/b', 'start/model']);
        assert.equal(config().inspect('provider')?.globalValue, 'fal-ai');
        assert.match(shown.statusMessages.at(-1) ?? '', /the settings of this workspace, your settings\.$/);
      } finally {
        await config().update('model', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  });

  /** Takes the provider with this name from the list that comes next; undefined leaves it. */
  function answerProvider(name: string | undefined): { offered: readonly string[] } {
    const { showQuickPick } = vscode.window;
    const seen: { offered: readonly string[] } = { offered: [] };
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
        Object.assign(vscode.window, { showQuickPick });
        seen.offered = items.map(({ label }) => label);
        return Promise.resolve(items.find(({ label }) => label === name));
      },
    });
    return seen;
  }
});
