import assert from 'node:assert/strict';
import type { Account } from '../../../../src/core/account/account.ts';
import { whoAmI } from '../../../../src/inference/hub/whoAmI.ts';
import type { Transport } from '../../../../src/inference/transport.ts';
import { createUndiciTransport } from '../../../../src/inference/transport/undiciTransport.ts';
import { failureOf } from '../inferring.ts';
import { withServer, type Answer, type Step } from '../scriptedServer.ts';
import { directNetwork } from '../transport/directNetwork.ts';
import { virtualClock } from '../virtualClock.ts';

const token = 'hf_secret_of_the_test';
const permission = 'inference.serverless.write';
const transport = createUndiciTransport(directNetwork);

const ask = (url: string, signal = new AbortController().signal, by: Transport = transport): Promise<Account> =>
  whoAmI({ url, token }, by, signal);

/** The Hub's answer for a token of this kind. */
const answerFor = (accessToken: unknown, more: object = {}): Answer => ({
  json: { type: 'user', name: 'ada', isPro: true, canPay: true, orgs: [], auth: { accessToken }, ...more },
});

describe('whoAmI', () => {
  after(() => transport.close());

  it('asks the Hub with the token and reads the account', async () => {
    const fineGrained = { global: [], scoped: [{ entity: { name: 'ada' }, permissions: ['x', permission] }] };
    const orgs = [{ name: 'a-club' }, { name: 'The.Works_2' }];
    await withServer([answerFor({ role: 'fineGrained', fineGrained }, { orgs })], async (server) => {
      assert.deepEqual(await ask(`${server.url}/`), {
        name: 'ada',
        isPro: true,
        canPay: true,
        organizations: ['a-club', 'The.Works_2'],
        role: 'fineGrained',
        permission: 'granted',
      });
      assert.equal(server.received[0]?.path, '/api/whoami-v2');
      assert.equal(server.received[0].headers.authorization, `Bearer ${token}`);
    });
  });

  const kinds: readonly [what: string, accessToken: unknown, role: string, permission: string][] = [
    [
      'a permission everywhere',
      { role: 'fineGrained', fineGrained: { global: [permission] } },
      'fineGrained',
      'granted',
    ],
    ['no permission', { role: 'fineGrained', fineGrained: { global: [], scoped: [] } }, 'fineGrained', 'missing'],
    [
      'other permissions',
      {
        role: 'fineGrained',
        fineGrained: { global: ['discussion.write'], scoped: [{ permissions: ['repo.write'] }, {}] },
      },
      'fineGrained',
      'missing',
    ],
    [
      'a name that only begins like the permission',
      { role: 'fineGrained', fineGrained: { global: [`${permission}.not`], scoped: [{ permissions: permission }] } },
      'fineGrained',
      'missing',
    ],
    [
      'lists of the wrong type',
      { role: 'fineGrained', fineGrained: { global: {}, scoped: 7 } },
      'fineGrained',
      'missing',
    ],
    ['no lists at all', { role: 'fineGrained' }, 'fineGrained', 'unsaid'],
    ['the kind read', { role: 'read' }, 'read', 'unsaid'],
    ['the kind write, whatever it lists', { role: 'write', fineGrained: { global: [] } }, 'write', 'unsaid'],
    ['a kind that nobody knows', { role: 'sudo' }, 'other', 'unsaid'],
    ['nothing about the token', null, 'other', 'unsaid'],
  ];
  for (const [what, accessToken, role, expected] of kinds) {
    it(`understands a token with ${what}`, async () => {
      await withServer([answerFor(accessToken)], async (server) => {
        const account = await ask(server.url);
        assert.deepEqual([account.role, account.permission], [role, expected]);
      });
    });
  }

  it('takes no name that could be anything else, and only what is said with true', async () => {
    const orgs = [
      { name: 'fine' },
      { name: 'a b' },
      { name: '[x](command:y)' },
      'text',
      null,
      { name: 'x'.repeat(101) },
    ];
    await withServer([answerFor({}, { orgs, isPro: 'yes', canPay: 1 })], async (server) => {
      const account = await ask(server.url);
      assert.deepEqual([account.organizations, account.isPro, account.canPay], [['fine'], false, false]);
    });
  });

  const refusals: readonly [
    what: string,
    answer: Step,
    kind: 'badToken' | 'forbidden' | 'rateLimited' | 'providerDown',
  ][] = [
    ['401', { status: 401, json: { error: 'Invalid username or password.' } }, 'badToken'],
    ['403', { status: 403, json: { error: 'no' } }, 'forbidden'],
    ['429', { status: 429, body: '<html><title>Slow down</title></html>' }, 'rateLimited'],
    ['500', { status: 500, json: { error: 'Internal' } }, 'providerDown'],
  ];
  for (const [what, answer, kind] of refusals) {
    it(`tells ${kind} by ${what}`, async () => {
      await withServer([answer], async (server) => {
        await failureOf(kind, ask(server.url));
      });
    });
  }

  const garbage: readonly [what: string, answer: Answer, problem: string][] = [
    ['a page', { body: '<!doctype html><title>Sign in</title>' }, 'html'],
    ['nothing', { body: '' }, 'json'],
    ['a list', { json: [] }, 'json'],
    ['a text', { json: 'ada' }, 'json'],
    ['no name', { json: { auth: {} } }, 'json'],
    ['a name that is none', { json: { name: 'a\u0000b' } }, 'json'],
    ['half of an answer', { body: '{"name":"ada"' }, 'json'],
    ['an answer without end', { body: `{"name":"ada","x":"${'x'.repeat(5 * 2 ** 20)}"}` }, 'tooLarge'],
    ['404', { status: 404, json: { error: 'Not Found' } }, 'unexpectedStatus'],
    ['204', { status: 204 }, 'json'],
  ];
  for (const [what, answer, problem] of garbage) {
    it(`takes ${what} for no account`, async () => {
      await withServer([answer], async (server) => {
        const failure = await failureOf('badReply', ask(server.url));
        assert.equal(failure.problem, problem);
      });
    });
  }

  it('never repeats the token that a server echoes', async () => {
    for (const status of [400, 401, 403, 500]) {
      const echo = { status, json: { error: `Who is Bearer ${token}?`, message: token } };
      await withServer([echo], async (server) => {
        const error: unknown = await ask(server.url).catch((reason: unknown) => reason);
        assert.ok(error instanceof Error);
        assert.ok(!JSON.stringify([error, error.message, error.stack]).includes(token));
      });
    }
  });

  it('does not follow to another address', async () => {
    await withServer([{ json: { name: 'thief' } }], async (thief) => {
      await withServer([{ status: 302, headers: { location: `${thief.url}/api/whoami-v2` } }], async (server) => {
        assert.equal((await failureOf('badReply', ask(server.url))).problem, 'redirect');
        assert.equal(thief.received.length, 0);
      });
    });
  });

  it('sends no token over plain http to another machine', async () => {
    const sent: string[] = [];
    const spy: Transport = { ...transport, send: (call) => (sent.push(call.url), Promise.reject(new Error('sent'))) };
    const failure = await failureOf('invalidRequest', ask('http://hub.example', undefined, spy));
    assert.equal(failure.problem.type, 'badUrl');
    assert.deepEqual(sent, []);
  });

  it('does not wait for ever', async () => {
    await withServer([() => undefined], async (server) => {
      const clock = virtualClock(transport);
      const asking = failureOf('timedOut', ask(server.url, undefined, clock.transport));
      await server.arrival(0);
      clock.leap();
      assert.equal((await asking).seconds, 8);
    });
  });

  it('ends with its signal', async () => {
    await withServer([() => undefined], async (server) => {
      const cancel = new AbortController();
      const asking = ask(server.url, cancel.signal);
      const { answered } = await server.arrival(0);
      cancel.abort(new Error('closed'));
      await assert.rejects(asking, /closed/);
      assert.equal(await answered, false);
    });
  });
});
