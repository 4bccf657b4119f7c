import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { copiedText } from '../../src/editor/connection/copiedText.ts';
import type { ConnectionReport } from '../../src/editor/connection/connectionReport.ts';
import { startDemoApi } from '../demoApi/demoApi.ts';
import { clearWorkspace, depict, setSettings, workspaceFolder } from './depict.ts';
import { writeText } from './openAt.ts';
import { person, replace } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const check = async (options: object = {}): Promise<ConnectionReport> => {
  const report = await vscode.commands.executeCommand<ConnectionReport>('depict.checkConnection', {
    ask: false,
    ...options,
  });
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report, 'it is plain');
  return report;
};

const stateOf = ({ steps }: ConnectionReport, step: string): string | undefined =>
  steps.find(({ id }) => id === step)?.state;

const textOf = ({ steps }: ConnectionReport, step: string): string => steps.find(({ id }) => id === step)?.text ?? '';

describe('Check Connection', () => {
  const service = withService();
  const endpoint = (below: string): string => `${service.api.url}${below}`;
  const origin = (): string => vscode.workspace.getConfiguration('depict').get('routerUrl', '');

  before(depict);
  afterEach(async () => {
    await clearWorkspace();
    await removeTokens();
  });

  const setToken = (token: string): Thenable<boolean> =>
    vscode.commands.executeCommand<boolean>('depict.setToken', token, origin());

  async function removeTokens(): Promise<void> {
    const somebody = person();
    try {
      while (await vscode.commands.executeCommand<boolean>('depict.removeToken'));
    } finally {
      somebody.leave();
    }
  }

  it('finds nothing wrong, and leaves nothing behind', async () => {
    const report = await check();
    assert.deepEqual(
      report.steps.map(({ id, state }) => `${id} ${state}`),
      [
        'address passed',
        'proxy passed',
        'host passed',
        'token passed',
        'account skipped',
        'permission skipped',
        'model passed',
        'folder passed',
      ],
    );
    assert.equal(report.ok, true);
    assert.match(textOf(report, 'address'), /127\.0\.0\.1/);
    assert.match(textOf(report, 'folder'), /assets/);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(workspaceFolder()), []);
    assert.ok(service.api.requests.every(({ method }) => method === 'GET'));
  });

  it('knows the account and who pays', async () => {
    await setToken('hf_demo_global');
    await setSettings({ billTo: 'demo-org' });
    const report = await check();
    assert.match(textOf(report, 'account'), /Signed in as demo/);
    assert.deepEqual(
      [stateOf(report, 'permission'), stateOf(report, 'billing'), report.ok],
      ['passed', 'passed', true],
    );
    assert.ok(!JSON.stringify(report).includes('hf_demo_global'));
    await setSettings({ billTo: 'another-org' });
    assert.match(textOf(await check(), 'billing'), /demo-org/);
  });

  it('knows a token that may not call Inference Providers', async () => {
    assert.equal(await setToken('hf_forbidden'), true);
    const report = await check();
    assert.deepEqual([stateOf(report, 'account'), stateOf(report, 'permission')], ['passed', 'failed']);
    assert.equal(report.ok, false);
  });

  it('knows a token that the Hub does not know', async () => {
    service.api.setFaults([{ on: 'GET /api/whoami-v2', fault: { status: 500, json: { error: 'down' } } }]);
    assert.equal(await setToken('hf_revoked'), true, 'it could not be looked at');
    service.api.setFaults([]);
    const report = await check();
    assert.deepEqual([stateOf(report, 'account'), stateOf(report, 'permission')], ['failed', 'skipped']);
    assert.ok(!JSON.stringify(report).includes('hf_revoked'));
  });

  it('knows an address where nobody answers', async () => {
    await setSettings({ hubUrl: 'http://127.0.0.1:1', routerUrl: 'http://127.0.0.1:1' });
    const report = await check();
    assert.deepEqual(
      ['host', 'model', 'folder'].map((step) => stateOf(report, step)),
      ['failed', 'skipped', 'passed'],
    );
    assert.match(textOf(report, 'host'), /Nothing answers at 127\.0\.0\.1:1/);
  });

  it('knows a folder that cannot be used', async () => {
    await writeText(vscode.Uri.joinPath(workspaceFolder(), 'assets'), 'a file');
    const report = await check();
    assert.deepEqual([stateOf(report, 'folder'), report.ok], ['failed', false]);
    await setSettings({ 'output.folder': '../outside' });
    assert.match(textOf(await check(), 'folder'), /outside/);
  });

  it('blames nothing else for settings that cannot be used', async () => {
    await setSettings({ 'endpoint.api': 'smoke signals', 'endpoint.url': 'http://127.0.0.1:1' });
    const report = await check();
    assert.deepEqual([stateOf(report, 'address'), stateOf(report, 'folder')], ['failed', 'skipped']);
    assert.match(textOf(report, 'address'), /depict\.endpoint\.api/);
  });

  it('makes a test image only when told to, and keeps none of it', async () => {
    const history = (await depict()).recent();
    const before = (await history).length;
    const report = await check({ testImage: true });
    assert.equal(stateOf(report, 'image'), 'passed');
    assert.equal(service.prompts().length, 1);
    assert.equal((await (await depict()).recent()).length, before);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(workspaceFolder()), []);
  });

  it('proves by a test image that a token is missing', async () => {
    const strict = await startDemoApi({ requireToken: true });
    try {
      await setSettings({ hubUrl: strict.url, routerUrl: strict.url });
      const report = await check({ testImage: true });
      assert.deepEqual([stateOf(report, 'image'), report.ok], ['failed', false]);
      assert.match(textOf(report, 'image'), /asks for a token/);
    } finally {
      await strict.close();
    }
  });

  it('knows which kind of server answers', async () => {
    await setSettings({ 'endpoint.url': endpoint('/sd-server'), 'endpoint.api': 'hf' });
    assert.equal(stateOf(await check(), 'kind'), 'failed');
    await setSettings({ 'endpoint.url': endpoint('/endpoint') });
    assert.equal(stateOf(await check(), 'kind'), 'passed');
  });

  it('is copied in the language of the list', () => {
    const restore = replace(vscode.l10n, {
      t: (text: string, ...values: readonly unknown[]) =>
        `<${text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]))}>`,
    });
    try {
      assert.deepEqual(
        copiedText([{ type: 'direct' }, { type: 'notChecked', step: 'model' }], 'this machine').split('\n'),
        [
          '<<Way to the network>: <passed>. <No proxy is in the way.>>',
          '<<Model>: <skipped>. <Not checked: something before it has to be put right first.>>',
        ],
      );
    } finally {
      restore();
    }
  });

  describe('as a list', () => {
    const { createQuickPick } = vscode.window;
    let shown: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    /** As the workbench has it: what is set here arrives there a moment later. */
    let active: string | undefined;

    before(() => {
      Object.assign(vscode.window, {
        createQuickPick: () => {
          const pick = createQuickPick();
          shown.push(pick);
          pick.onDidChangeActive(([item]) => {
            active = item?.label;
          });
          return pick;
        },
      });
    });
    after(() => Object.assign(vscode.window, { createQuickPick }));
    beforeEach(() => {
      shown = [];
      active = undefined;
    });
    afterEach(() => shown.at(-1)?.hide());

    const labels = (): readonly string[] => shown.at(-1)?.items.map(({ label }) => label) ?? [];
    const accept = (): Thenable<unknown> =>
      vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

    async function activate(start: string): Promise<void> {
      const pick = shown.at(-1);
      assert(pick);
      const item = pick.items.find(({ label }) => label.includes(start));
      assert(item, `${start} is not among ${labels().join(', ')}`);
      pick.activeItems = [item];
      await until(() => active === item.label);
    }

    it('shows every step, and makes the test image when its line is chosen', async () => {
      const report = await vscode.commands.executeCommand<ConnectionReport>('depict.checkConnection');
      assert.equal(report.ok, true);
      assert.deepEqual(
        labels().map((label) => label.replace(/\).*/, ')')),
        [...report.steps.map(({ state }) => (state === 'passed' ? '$(pass)' : '$(circle-slash)')), '$(beaker)'],
      );
      assert.equal(service.prompts().length, 0);
      await activate('Test Image');
      await accept();
      await until(() => labels().at(-1) === '$(pass) Test image');
      assert.equal(service.prompts().length, 1);
    });

    it('puts the kind of server right', async () => {
      await setSettings({ 'endpoint.url': endpoint('/sd-server'), 'endpoint.api': 'hf' });
      await vscode.commands.executeCommand('depict.checkConnection');
      await until(() => active === '$(error) Kind of server');
      await accept();
      await until(() => labels().includes('$(pass) Kind of server'));
      assert.equal(vscode.workspace.getConfiguration('depict').get('endpoint.api'), 'openai');
      assert.equal(shown.length, 2);
    });

    it('ends what is under way when it is closed', async () => {
      const release = service.hold();
      try {
        await vscode.commands.executeCommand('depict.checkConnection');
        await activate('Test Image');
        await accept();
        const post = (await service.api.received(1)).length;
        assert.ok(post > 0);
        await until(() => labels().at(-1) === '$(loading~spin) Test image');
        shown.at(-1)?.hide();
      } finally {
        release();
      }
      assert.equal(
        (await vscode.commands.executeCommand<ConnectionReport>('depict.checkConnection', { ask: false })).ok,
        true,
      );
    });

    it('settles when it is closed before its end', async () => {
      service.api.setFaults([{ on: 'GET /robots.txt', fault: { delaySeconds: 60 } }]);
      const checking = vscode.commands.executeCommand<ConnectionReport | undefined>('depict.checkConnection');
      await until(() => labels().some((label) => label === '$(loading~spin) Service'));
      shown.at(-1)?.hide();
      assert.equal(await checking, undefined);
    });
  });
});
