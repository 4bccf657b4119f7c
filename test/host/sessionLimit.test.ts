// The limit of images for a window, and what a message about money offers.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GenerationFailure } from '../../src/api.ts';
import { createSpend } from '../../src/editor/spend/spend.ts';
import { imagesWords, tallyWords } from '../../src/editor/spend/spendWords.ts';
import { plainRecord } from '../unit/core/metadata/records.ts';
import { withProxy } from '../unit/inference/transport/proxyServer.ts';
import { clearWorkspace, depict, failureOf, openFile, select, setSettings } from './depict.ts';
import { person, type Person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const log = { info: () => undefined };

describe('the limit of a window', () => {
  const service = withService();
  let someone: Person | undefined;

  afterEach(async () => {
    someone?.leave();
    someone = undefined;
    await clearWorkspace();
  });

  /** How many were asked for in this window, by whatever test: with a limit of one, the next is refused. */
  async function asked(): Promise<number> {
    await setSettings({ maxImagesPerSession: 1 });
    const api = await depict();
    for (;;) {
      const failure = await api.generate({ prompt: 'one more' }).then(
        () => undefined,
        (error: { failure: GenerationFailure }) => error.failure,
      );
      if (failure?.kind === 'invalidRequest' && failure.problem.type === 'sessionLimit') {
        service.api.reset();
        return failure.problem.asked;
      }
      assert.equal(failure, undefined);
    }
  }

  async function leave(images: number): Promise<void> {
    await setSettings({ maxImagesPerSession: (await asked()) + images });
  }

  it('fails programs that would go past it, without a message, and nothing is sent', async () => {
    await leave(2);
    someone = person({ button: 'Generate Anyway' });
    const api = await depict();
    const failure = await failureOf(api.generate({ prompt: 'a cat', count: 3 }));
    assert(failure.kind === 'invalidRequest' && failure.problem.type === 'sessionLimit');
    assert.deepEqual([failure.problem.count, failure.problem.limit - failure.problem.asked], [3, 2]);
    await failureOf(vscode.commands.executeCommand('depict.generate', { prompt: 'a cat', count: 3 }));
    assert.deepEqual(service.prompts(), []);
    assert.deepEqual(someone.messages, []);
    assert.equal((await api.generate({ prompt: 'a cat', count: 2 })).length, 2);
  });

  it('is not slipped past by jobs beside each other', async () => {
    await leave(2);
    const api = await depict();
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((prompt) => api.generate({ prompt })));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 2);
    assert.deepEqual(service.prompts().map(String).toSorted(), ['a', 'b']);
  });

  it('asks the user once for all that was asked for together, and goes on after a yes', async () => {
    await leave(0);
    const editor = await openFile('limit.md', 'A red fox.\n\nA grey wolf.\n');
    select(editor, 'A red fox.', 'A grey wolf.');
    someone = person({ button: 'Generate Anyway' });
    assert.deepEqual(await vscode.commands.executeCommand('depict.generateFromSelection'), []);
    const question = await someone.message(1);
    assert.match(
      question.text,
      /^You have asked for \d+ images? in this window, and the limit in your settings is \d+\./,
    );
    assert.deepEqual(question.buttons, ['Generate Anyway', 'Change Limit']);
    await until(() => (editor.document.getText().match(/!\[/g) ?? []).length === 2);
    assert.deepEqual(service.prompts().map(String).toSorted(), ['A grey wolf.', 'A red fox.']);
  });

  it('does not count what the service has turned away', async () => {
    await leave(1);
    const api = await depict();
    service.api.setFaults([{ on: 'POST *', nth: 1, fault: 'noCredit' }]);
    assert.equal((await failureOf(api.generate({ prompt: 'a cat' }))).kind, 'noCredit');
    assert.equal((await api.generate({ prompt: 'a cat' })).length, 1);
    assert.equal((await failureOf(api.generate({ prompt: 'a cat' }))).kind, 'invalidRequest');
  });

  it('counts a picture that was refused: it was paid for', async () => {
    await leave(1);
    const api = await depict();
    service.api.setFaults([{ on: 'POST *', nth: 1, fault: 'blackPng' }]);
    assert.equal((await failureOf(api.generate({ prompt: 'a cat' }))).kind, 'refused');
    const failure = await failureOf(api.generate({ prompt: 'a cat' }));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'sessionLimit');
  });

  it('counts a job that its provider has taken and that cannot be asked about any more', async () => {
    await leave(1);
    await setSettings({ provider: 'fal-ai' });
    const api = await depict();
    service.api.setFaults([{ on: 'GET /fal-ai/*', fault: 'noPermission' }]);
    assert.equal((await failureOf(api.generate({ prompt: 'a cat' }))).kind, 'forbidden');
    const failure = await failureOf(api.generate({ prompt: 'a cat' }));
    assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'sessionLimit', failure.kind);
  });

  it('that is no number is not taken for none', async () => {
    for (const wrong of ['ten', -1, 2.5]) {
      await setSettings({ maxImagesPerSession: wrong });
      const failure = await failureOf((await depict()).generate({ prompt: 'a cat' }));
      assert(failure.kind === 'invalidRequest' && 'name' in failure.problem, failure.kind);
      assert.equal(failure.problem.name, 'depict.maxImagesPerSession');
    }
    assert.deepEqual(service.prompts(), []);
  });

  it('is off by default', async () => {
    assert.equal(vscode.workspace.getConfiguration('depict').inspect('maxImagesPerSession')?.defaultValue, 0);
    assert.equal((await (await depict()).generate({ prompt: 'a cat' })).length, 1);
  });
});

describe('what a window has asked for', () => {
  it('is told in words', () => {
    const spend = createSpend(log);
    spend.begin(1);
    assert.equal(imagesWords(spend), '1 image in this window');
    assert.equal(tallyWords(spend), '');
    const begun = spend.begin(3);
    begun.spent();
    begun.end();
    begun.end();
    spend.note({ record: { ...plainRecord, provider: 'fal-ai' }, cost: { computeSeconds: 1.25, billableUnits: 2 } });
    spend.note({ record: { ...plainRecord, provider: 'together' } });
    assert.equal(imagesWords(spend), '2 images in this window');
    assert.equal(tallyWords(spend), '1.3 s of compute time · 2 billable units of fal-ai');
    spend.dispose();
  });
});

describe('a message about', () => {
  const service = withService();
  let someone: Person | undefined;

  afterEach(async () => {
    someone?.leave();
    someone = undefined;
    await clearWorkspace();
  });

  async function messageFor(): Promise<{ readonly text: string; readonly buttons: readonly string[] }> {
    const editor = await openFile('message.md', 'A red fox.\n');
    select(editor, 'A red fox.');
    someone = person();
    await vscode.commands.executeCommand('depict.generateFromSelection');
    return someone.message(1);
  }

  it('credits says what else there is', async () => {
    service.api.setFaults([{ on: 'POST *', fault: 'noCredit' }]);
    const { text, buttons } = await messageFor();
    assert.match(text, /credits .* are used up.* a cheaper model, .* a server of your own/);
    assert.deepEqual(buttons, ['Choose Model…', 'Use My Own Server', 'Show Log']);
  });

  it('a proxy names what it wants', async () => {
    const http = vscode.workspace.getConfiguration('http');
    const before = http.inspect<string>('proxy')?.globalValue;
    await withProxy({ authorization: 'Basic eA==' }, async ({ url, asked }) => {
      try {
        await http.update('proxy', url.replace('//', '//me:wr0ng@'), vscode.ConfigurationTarget.Global);
        await setSettings({ routerUrl: 'http://service.test' });
        const { text, buttons } = await messageFor();
        assert.match(text, /^The proxy on the way to service\.test asks for a user name and a password/);
        assert.ok(!text.includes('wr0ng'));
        assert.deepEqual(buttons, ['Open Settings', 'Try Again', 'Check Connection', 'Show Log']);
        assert.ok(asked.length > 0);
      } finally {
        await http.update('proxy', before, vscode.ConfigurationTarget.Global);
      }
    });
    assert.deepEqual(service.prompts(), []);
  });
});
