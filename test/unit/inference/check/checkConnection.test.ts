// Check Connection over real HTTP: each step's verdict, and what an earlier one keeps the later ones from.
import assert from 'node:assert/strict';
import {
  isFine,
  stateOf,
  stepOf,
  type Finding,
  type FindingOf,
  type FindingType,
} from '../../../../src/core/connection/finding.ts';
import type { ServiceSettings } from '../../../../src/core/request.ts';
import { checkConnection } from '../../../../src/inference/check/checkConnection.ts';
import type { CheckPorts, FoundToken } from '../../../../src/inference/check/checkPorts.ts';
import { makeTestImage } from '../../../../src/inference/check/makeTestImage.ts';
import { createLookUps } from '../../../../src/inference/hub/lookUp.ts';
import type { Transport } from '../../../../src/inference/transport.ts';
import { createUndiciTransport } from '../../../../src/inference/transport/undiciTransport.ts';
import { startDemoApi, type DemoApi } from '../../../demoApi/demoApi.ts';
import { failureOf } from '../inferring.ts';
import { withServer } from '../scriptedServer.ts';
import { directNetwork } from '../transport/directNetwork.ts';

const transport = createUndiciTransport(directNetwork);
const model = 'black-forest-labs/FLUX.1-schnell';
const writable: Finding = { type: 'folderWritable', path: 'assets' };

interface Given {
  readonly settings?: Partial<ServiceSettings>;
  readonly model?: string;
  readonly provider?: string;
  readonly token?: FoundToken;
  readonly ports?: Partial<CheckPorts>;
}

interface Seen {
  readonly findings: readonly Finding[];
  readonly told: readonly Finding[];
  readonly originsAsked: readonly string[];
}

async function check(url: string, { settings, token, ports, ...given }: Given = {}): Promise<Seen> {
  const told: Finding[] = [];
  const originsAsked: string[] = [];
  const service = { hubUrl: url, routerUrl: url, useCache: true, waitForModel: true, timeoutSeconds: 30, ...settings };
  const findings = await checkConnection(
    { settings: service, model, provider: 'auto', ...given },
    {
      transport,
      wayTo: (to) => transport.wayTo(to),
      findToken(origin) {
        originsAsked.push(origin);
        return Promise.resolve(token);
      },
      checkFolder: () => Promise.resolve(writable),
      onFinding: (finding) => told.push(finding),
      signal: new AbortController().signal,
      ...ports,
    },
  );
  return { findings, told, originsAsked };
}

const types = ({ findings }: Seen): readonly FindingType[] => findings.map(({ type }) => type);

function found<K extends FindingType>({ findings }: Seen, type: K): FindingOf<K> {
  const finding = findings.find((one) => one.type === type);
  assert.ok(finding, `${type} is not among ${findings.map((one) => one.type).join(', ')}`);
  return finding as FindingOf<K>;
}

describe('checkConnection', () => {
  let api: DemoApi;

  before(async () => {
    api = await startDemoApi();
  });
  beforeEach(() => api.reset());
  after(async () => {
    await api.close();
    await transport.close();
  });

  describe('behind the router', () => {
    it('finds nothing wrong, tells each step as it is taken, and makes no picture', async () => {
      const seen = await check(api.url, { token: { token: 'hf_demo_1' }, settings: { billTo: 'Demo-Org' } });
      assert.deepEqual(types(seen), [
        'usesRouter',
        'direct',
        'hostAnswers',
        'tokenStored',
        'accountKnown',
        'permissionGranted',
        'billingMember',
        'modelServed',
        'folderWritable',
      ]);
      assert.deepEqual(seen.told, seen.findings);
      assert.ok(isFine(seen.findings));
      assert.ok(api.requests.every(({ method }) => method === 'GET'));
      const asked = api.requests.filter(({ path }) => path === '/api/whoami-v2');
      assert.equal(asked.length, 1, 'whoami is strictly limited');
      assert.ok(found(seen, 'modelServed').providers.includes('fal-ai'));
    });

    it('holds no token in what it finds, and sends none along to see whether a host is there', async () => {
      const seen = await check(api.url, { token: { token: 'hf_demo_secret', source: '/home/x/token' } });
      assert.ok(!JSON.stringify(seen).includes('hf_demo_secret'));
      assert.equal(found(seen, 'tokenAmbient').source, '/home/x/token');
      const greeting = api.requests.find(({ path }) => path === '/robots.txt');
      assert.equal(greeting?.headers.authorization, undefined);
    });

    it('does without a token where the service is not Hugging Face', async () => {
      const seen = await check(api.url);
      assert.deepEqual(types(seen).slice(3, 6), ['tokenNone', 'accountWithoutToken', 'permissionWithoutToken']);
      assert.ok(isFine(seen.findings));
      assert.ok(!api.requests.some(({ path }) => path.includes('whoami')));
    });

    const tokens: readonly [token: string, account: FindingType, permission: FindingType, fine: boolean][] = [
      ['hf_demo_global', 'accountKnown', 'permissionGranted', true],
      ['hf_demo_read', 'accountKnown', 'permissionUnsaid', true],
      ['hf_demo_write', 'accountKnown', 'permissionUnsaid', true],
      ['hf_forbidden', 'accountKnown', 'permissionMissing', false],
      ['hf_nobody_knows', 'accountRefused', 'notChecked', false],
      ['two words', 'accountRefused', 'notChecked', false],
    ];
    for (const [token, account, permission, fine] of tokens) {
      it(`judges ${token}: ${account}, ${permission}`, async () => {
        const seen = await check(api.url, { token: { token } });
        assert.deepEqual(types(seen).slice(4, 6), [account, permission]);
        assert.equal(isFine(seen.findings), fine);
      });
    }

    it('says where an organisation does not pay', async () => {
      const token = { token: 'hf_demo' };
      const stranger = await check(api.url, { token, settings: { billTo: 'other-org' } });
      assert.deepEqual(found(stranger, 'billingStranger').organizations, ['demo-org']);
      found(await check(api.url, { settings: { billTo: 'other-org' } }), 'billingUnknown');
      found(await check(api.url, { token, settings: { billTo: 'a\r\nx-evil: 1' } }), 'billingBad');
    });

    it('says what is wrong with the model, and what could be used instead', async () => {
      const missing = found(await check(api.url, { model: 'black-forest-labs/FLUX.1-nothing' }), 'modelFails').failure;
      assert.ok(missing.kind === 'modelMissing' && (missing.relatives?.length ?? 0) > 0);
      const notThere = found(
        await check(api.url, { provider: 'nscale', model: 'Qwen/Qwen-Image' }),
        'modelFails',
      ).failure;
      assert.ok(notThere.kind === 'modelNotServed' && notThere.provider === 'nscale' && notThere.servedBy.length > 0);
      assert.equal(found(await check(api.url, { provider: 'nobody' }), 'modelFails').failure.kind, 'invalidRequest');
      assert.equal(found(await check(api.url, { model: '../../etc' }), 'modelFails').failure.kind, 'invalidRequest');
    });

    it('does not blame the model for the Hub', async () => {
      api.setFaults([{ on: 'GET /api/models/*', fault: { status: 500, json: { error: 'down' } } }]);
      const seen = await check(api.url);
      assert.equal(found(seen, 'modelUnknown').failure.kind, 'providerDown');
      assert.ok(isFine(seen.findings));
    });

    it('does not blame the token for the Hub', async () => {
      api.setFaults([{ on: 'GET /api/whoami-v2', fault: { status: 500, json: { error: 'down' } } }]);
      const seen = await check(api.url, { token: { token: 'hf_demo' } });
      assert.deepEqual(types(seen).slice(4, 6), ['accountUnknown', 'notChecked']);
    });

    it('asks nothing of a host that is not there, but looks at the rest', async () => {
      const seen = await check('http://127.0.0.1:1', { token: { token: 'hf_demo' }, settings: { billTo: 'demo-org' } });
      assert.deepEqual(types(seen), [
        'usesRouter',
        'direct',
        'hostFails',
        'tokenStored',
        'notChecked',
        'notChecked',
        'notChecked',
        'notChecked',
        'folderWritable',
      ]);
      const { failure, loopback } = found(seen, 'hostFails');
      assert.deepEqual([failure.kind === 'offline' && failure.problem, loopback], ['refused', true]);
      assert.equal(isFine(seen.findings), false);
    });

    it('names the one of two hosts that is not there', async () => {
      const seen = await check(api.url, { settings: { hubUrl: 'http://127.0.0.1:1' } });
      const { failure } = found(seen, 'hostFails');
      assert.equal(failure.kind === 'offline' && failure.service, '127.0.0.1:1');
    });

    it('says that an address cannot be used, and asks nobody', async () => {
      const seen = await check(api.url, { settings: { routerUrl: `${api.url}/?a=b` } });
      assert.equal(types(seen)[0], 'badSettings');
      assert.equal(types(seen).at(-1), 'folderWritable');
      assert.equal(api.requests.length, 0);
    });

    it('says that Hugging Face needs a token, without asking it anything with one', async () => {
      const sent: string[] = [];
      const deaf: Transport = { ...transport, send: (call) => (sent.push(call.url), Promise.resolve(answer)) };
      const answer = { status: 200, statusText: '', headers: {}, body: new Uint8Array() };
      const hosts = { hubUrl: 'https://huggingface.co', routerUrl: 'https://router.huggingface.co' };
      const seen = await check('', { settings: hosts, ports: { transport: deaf } });
      assert.equal(found(seen, 'tokenMissing').origin, 'https://router.huggingface.co');
      assert.equal(isFine(seen.findings), false);
      assert.ok(!sent.some((url) => url.includes('whoami')));
      assert.deepEqual(
        sent.filter((url) => url.endsWith('/robots.txt')),
        ['https://router.huggingface.co/robots.txt', 'https://huggingface.co/robots.txt'],
      );
    });

    it('keeps a token back from plain http to another machine', async () => {
      const answer = { status: 200, statusText: '', headers: {}, body: new Uint8Array() };
      const sent: (string | undefined)[] = [];
      const spy: Transport = {
        ...transport,
        send: (call) => (sent.push(call.headers['authorization']), Promise.resolve(answer)),
      };
      const seen = await check('http://hub.example', { token: { token: 'hf_demo' }, ports: { transport: spy } });
      found(seen, 'tokenKeptBack');
      assert.ok(sent.length > 0 && sent.every((header) => header === undefined));
    });

    it('names the proxy without its password', async () => {
      const proxied = createUndiciTransport(
        { ...directNetwork, proxySupport: 'override', proxy: 'http://me:secret@proxy.example:3128' },
        { env: {}, fetch: undefined, certificates: () => undefined, resolve: () => Promise.resolve([]) },
      );
      assert.deepEqual(proxied.wayTo('https://huggingface.co'), { type: 'proxy', host: 'proxy.example:3128' });
      assert.deepEqual(proxied.wayTo('http://127.0.0.1:7860'), { type: 'direct' });
      await proxied.close();
      for (const [way, type] of [
        [{ type: 'proxy', host: 'proxy.example:3128' }, 'proxied'],
        [{ type: 'strange' }, 'strangeProxy'],
      ] as const) {
        assert.equal(types(await check(api.url, { ports: { wayTo: () => way } }))[1], type);
      }
    });

    it('ends with its signal, whatever is under way', async () => {
      await withServer([() => undefined], async (server) => {
        const cancel = new AbortController();
        const told: Finding[] = [];
        const ports = { signal: cancel.signal, onFinding: (finding: Finding) => void told.push(finding) };
        const checking = check(server.url, { ports });
        const { answered } = await server.arrival(0);
        cancel.abort(new Error('closed'));
        await assert.rejects(checking, /closed/);
        assert.equal(await answered, false);
        assert.deepEqual(
          told.map(({ type }) => type),
          ['usesRouter', 'direct'],
        );
      });
    });
  });

  describe('at a server of the user’s own', () => {
    const at = (address: string, apiName: NonNullable<ServiceSettings['endpoint']>['api'], given: Given = {}) =>
      check('http://127.0.0.1:1', {
        ...given,
        settings: { ...given.settings, endpoint: { url: address, api: apiName } },
      });

    it('knows the kind and that the server uses its own model', async () => {
      const seen = await at(api.url, 'automatic1111', { settings: { billTo: 'demo-org' } });
      assert.deepEqual(types(seen), [
        'usesEndpoint',
        'direct',
        'hostAnswers',
        'tokenNone',
        'kindAsSet',
        'modelOfServer',
        'billingUnused',
        'folderWritable',
      ]);
      assert.ok(isFine(seen.findings));
      assert.ok(api.requests.every(({ method, headers }) => method === 'GET' && !('x-hf-bill-to' in headers)));
    });

    it('looks for the model in the list', async () => {
      found(await at(api.url, 'automatic1111', { model: 'v1-5-pruned-emaonly' }), 'modelListed');
      found(
        await at(api.url, 'automatic1111', { model: 'v1-5-pruned-emaonly.safetensors [6ce0161689]' }),
        'modelListed',
      );
      const { models } = found(await at(`${api.url}/v1`, 'openai', { model: 'other' }), 'modelUnlisted');
      assert.deepEqual(models, ['v1-5-pruned-emaonly.safetensors']);
    });

    const kinds: readonly [below: string, set: Parameters<typeof at>[1], type: FindingType, answers?: string][] = [
      ['/endpoint', 'hf', 'kindAsSet'],
      ['/endpoint', 'hf-legacy', 'kindAsSet'],
      ['/endpoint', 'automatic1111', 'kindOther', 'hf'],
      ['/sd-server', 'hf', 'kindOther', 'openai'],
      ['', 'openai', 'kindAsSet'],
      ['/sdapi/v1/txt2img', 'hf-legacy', 'kindOther', 'automatic1111'],
      ['/without-api', 'automatic1111', 'kindNoApi'],
      ['/without-api', 'openai', 'kindUnknown'],
      ['/models/{model}', 'hf-legacy', 'kindAsSet'],
    ];
    for (const [below, set, type, answers] of kinds) {
      it(`finds ${type} at ${below || '/'} set to ${set}`, async () => {
        const seen = await at(`${api.url}${below}`, set);
        const kind: Finding | undefined = seen.findings.find((one) => one.type === type);
        assert.ok(kind, types(seen).join(', '));
        assert.equal('answers' in kind ? kind.answers : undefined, answers);
        assert.equal(stateOf(kind) === 'failed', !isFine(seen.findings));
      });
    }

    it('knows a closed door and a sleeper', async () => {
      await withServer([{ status: 401, json: { error: 'no' } }], async (server) => {
        assert.equal(found(await at(server.url, 'hf'), 'kindRefused').origin, server.url);
      });
      await withServer([{ status: 503, json: { error: '503 Service Unavailable' } }], async (server) => {
        found(await at(server.url, 'hf'), 'kindAsleep');
      });
    });

    it('gives its questions the token of that origin and of no other', async () => {
      const seen = await at(api.url, 'automatic1111', { token: { token: 'home' } });
      assert.deepEqual([...new Set(seen.originsAsked)], [api.url]);
      const asked = api.requests.filter(({ path }) => path.startsWith('/sdapi'));
      assert.ok(asked.length > 0 && asked.every(({ headers }) => headers.authorization === 'Bearer home'));
    });
  });

  it('gives every finding the step that it was made in', async () => {
    const seen = await check(api.url, { token: { token: 'hf_demo' }, settings: { billTo: 'demo-org' } });
    assert.deepEqual(seen.findings.map(stepOf), [
      'address',
      'proxy',
      'host',
      'token',
      'account',
      'permission',
      'billing',
      'model',
      'folder',
    ]);
  });

  describe('makeTestImage', () => {
    const make = (url: string, token: string | undefined, signal = new AbortController().signal) => {
      const settings = { hubUrl: url, routerUrl: url, useCache: true, waitForModel: true, timeoutSeconds: 30 };
      return makeTestImage(
        { model, provider: 'hf-inference' },
        { ...settings, billTo: 'demo-org' },
        {
          transport,
          lookUps: createLookUps(),
          tokenFor: () => Promise.resolve(token),
          onStage: () => undefined,
          signal,
        },
      );
    };

    it('makes one small picture', async () => {
      const finding = await make(api.url, 'hf_demo');
      assert.deepEqual(finding, { type: 'imageMade', provider: 'hf-inference', width: 512, height: 512 });
      const posts = api.requests.filter(({ method }) => method === 'POST');
      assert.equal(posts.length, 1);
      assert.equal(posts[0]?.headers['x-hf-bill-to'], 'demo-org');
    });

    it('says why there is none', async () => {
      const kinds = ['hf_forbidden', 'hf_broke', 'hf_stranger'].map(async (token) => {
        const finding = await make(api.url, token);
        return finding.type === 'imageFails' ? finding.failure.kind : finding.type;
      });
      assert.deepEqual(await Promise.all(kinds), ['forbidden', 'noCredit', 'badToken']);
    });

    it('takes a page for no picture', async () => {
      await withServer([{ body: '<html><title>Sign in</title></html>' }], async (server) => {
        const finding = await make(server.url, undefined);
        assert.equal(finding.type === 'imageFails' && finding.failure.kind, 'badReply');
      });
    });

    it('ends with its signal', async () => {
      await withServer([() => undefined], async (server) => {
        const cancel = new AbortController();
        const making = failureOf('cancelled', make(server.url, undefined, cancel.signal));
        await server.arrival(0);
        cancel.abort();
        await making;
      });
    });
  });
});
