import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CallPermission } from '../../src/core/account/account.ts';
import type { TokenLook } from '../../src/core/account/tokenLook.ts';
import { askForToken } from '../../src/editor/token/askForToken.ts';
import { depict, setSettings } from './depict.ts';
import { person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const huggingFace = 'https://huggingface.co';

function accountWith(permission: CallPermission): TokenLook {
  const account = {
    name: 'ada',
    isPro: false,
    canPay: true,
    organizations: [],
    role: 'fineGrained',
    permission,
  } as const;
  return { type: 'accepted', account };
}

describe('Set Token', () => {
  const { createInputBox } = vscode.window;
  let box: vscode.InputBox | undefined;

  before(() => {
    Object.assign(vscode.window, { createInputBox: () => (box = createInputBox()) });
  });
  after(() => Object.assign(vscode.window, { createInputBox }));

  interface Asked {
    readonly stored: readonly (readonly [origin: string, token: string])[];
    readonly result: Promise<boolean>;
    readonly texts: readonly string[];
    enter(words: string): Promise<void>;
    readonly message: () => string;
    leave(): void;
  }

  /** The look at a token says what the token's name says. */
  function ask(origin = huggingFace): Asked {
    const looks: Readonly<Record<string, TokenLook>> = {
      hf_good: accountWith('granted'),
      hf_weak: accountWith('missing'),
      hf_old: accountWith('unsaid'),
      hf_later: { type: 'unchecked', failure: { kind: 'timedOut', seconds: 8, service: 'huggingface.co' } },
    };
    const stored: [string, string][] = [];
    const tokens = { store: async (...pair: [string, string]): Promise<void> => void stored.push(pair) };
    const somebody = person();
    const result = askForToken(origin, tokens, 'this machine', (_origin, token) =>
      Promise.resolve(looks[token] ?? { type: 'refused' }),
    );
    assert(box);
    const mine = box;
    const message = (): string => {
      const { validationMessage } = mine;
      return typeof validationMessage === 'object' ? validationMessage.message : (validationMessage ?? '');
    };
    return {
      stored,
      result,
      message,
      get texts() {
        return somebody.messages.map(({ text }) => text);
      },
      async enter(words) {
        mine.value = words;
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      },
      leave() {
        mine.hide();
        somebody.leave();
      },
    };
  }

  it('stores a token that may call Inference Providers, and says whose it is', async () => {
    const asked = ask();
    try {
      await asked.enter('  hf_good\n');
      assert.equal(await asked.result, true);
      assert.deepEqual(asked.stored, [[huggingFace, 'hf_good']]);
      assert.deepEqual(asked.texts, ['Signed in as ada. This token may call Inference Providers.']);
    } finally {
      asked.leave();
    }
  });

  it('keeps nothing of a token that Hugging Face does not know, and asks again', async () => {
    const asked = ask();
    try {
      await asked.enter('hf_wrong');
      await until(() => asked.message().includes('does not know this token'));
      assert.equal(box?.value, '');
      assert.deepEqual(asked.stored, []);
      await asked.enter('hf_good');
      assert.equal(await asked.result, true);
      assert.deepEqual(asked.stored, [[huggingFace, 'hf_good']]);
    } finally {
      asked.leave();
    }
  });

  it('stores one without the permission only when the user insists', async () => {
    const asked = ask();
    try {
      await asked.enter('hf_weak');
      await until(() => asked.message().includes('may not call Inference Providers'));
      assert.deepEqual(asked.stored, []);
      await asked.enter('hf_weak');
      assert.equal(await asked.result, true);
      assert.deepEqual(asked.stored, [[huggingFace, 'hf_weak']]);
    } finally {
      asked.leave();
    }
  });

  it('offers the page for a token with the permission, for Hugging Face alone', () => {
    const asked = ask();
    assert.equal(box?.buttons.length, 1);
    asked.leave();
    const other = ask('https://models.example');
    assert.equal(box?.buttons.length, 0);
    other.leave();
  });

  it('stores one that cannot be looked at now, and says so', async () => {
    const asked = ask();
    try {
      await asked.enter('hf_later');
      assert.equal(await asked.result, true);
      assert.match(asked.texts[0] ?? '', /could not be checked now.*did not answer within 8 seconds/);
    } finally {
      asked.leave();
    }
  });

  it('takes what cannot be a token for none, and closing for a no', async () => {
    const asked = ask();
    try {
      await asked.enter('two words');
      await until(() => asked.message().includes('no spaces'));
      box?.hide();
      assert.equal(await asked.result, false);
      assert.deepEqual(asked.stored, []);
    } finally {
      asked.leave();
    }
  });
});

describe('the tokens of programs', () => {
  const service = withService();
  const origin = (): string => vscode.workspace.getConfiguration('depict').get('routerUrl', '');
  const setToken = (...args: readonly unknown[]): Thenable<boolean> =>
    vscode.commands.executeCommand<boolean>('depict.setToken', ...args);

  before(depict);

  /** Removes what is stored, one after the other, and tells which there were. */
  async function removeAll(): Promise<readonly string[]> {
    const { showQuickPick } = vscode.window;
    const somebody = person();
    Object.assign(vscode.window, { showQuickPick: (items: readonly unknown[]) => Promise.resolve(items[0]) });
    try {
      while (await vscode.commands.executeCommand<boolean>('depict.removeToken'));
      return somebody.messages.map(({ text }) => text);
    } finally {
      Object.assign(vscode.window, { showQuickPick });
      somebody.leave();
    }
  }

  it('are looked at, stored for their origin and sent to it alone', async () => {
    assert.equal(await setToken(' hf_demo_mine\n', origin()), true);
    assert.equal(service.api.requests[0]?.headers.authorization, 'Bearer hf_demo_mine');
    await (await depict()).generate({ prompt: 'A red fox.' }).then(({ length }) => assert.equal(length, 1));
    const post = service.api.requests.find(({ method }) => method === 'POST');
    assert.equal(post?.headers.authorization, 'Bearer hf_demo_mine');
    assert.match((await removeAll()).join(' '), /was removed/);
    service.api.reset();
    await (await depict()).generate({ prompt: 'A red fox.' });
    assert.equal(service.api.requests.find(({ method }) => method === 'POST')?.headers.authorization, undefined);
  });

  it('are not stored when the Hub does not know them, nor for an origin that nobody uses', async () => {
    assert.equal(await setToken('hf_unknown', origin()), false);
    assert.equal(await setToken('two words', origin()), false);
    assert.equal(await setToken('hf_demo', 'https://evil.example'), false);
    assert.equal(await setToken('hf_demo', 7), false);
    assert.deepEqual(
      (await removeAll()).filter((text) => text.includes('was removed')),
      [],
    );
  });

  it('are removed for each origin on its own', async () => {
    await setSettings({ 'endpoint.url': 'http://127.0.0.1:9/v1' });
    assert.equal(await setToken('hf_demo', origin()), true);
    assert.equal(await setToken('home', 'http://127.0.0.1:9'), true, 'nobody can be asked about it');
    const removed = (await removeAll()).filter((text) => text.includes('was removed'));
    assert.equal(removed.length, 2);
    assert.ok(removed.some((text) => text.includes(origin())) && removed.some((text) => text.includes('127.0.0.1:9')));
  });
});
