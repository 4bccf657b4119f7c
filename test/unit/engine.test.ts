import assert from 'node:assert/strict';
import type { EndpointApi, ServiceSettings } from '../../src/core/request.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import { directNetwork } from './inference/transport/directNetwork.ts';

describe('the engine, asked what a server of the user’s own has', () => {
  let api: DemoApi;
  let engine: Engine;
  const tokenFor = (origin: string): Promise<string> =>
    Promise.resolve(`for ${new URL(origin).port}`.replace(' ', '-'));
  const ports = { tokenFor, signal: new AbortController().signal };

  before(async () => {
    api = await startDemoApi();
    engine = createEngine(directNetwork);
  });
  beforeEach(() => api.reset());
  after(async () => {
    engine.dispose();
    await api.close();
  });

  function settings(endpointApi?: EndpointApi): ServiceSettings {
    const common = { hubUrl: api.url, routerUrl: api.url, useCache: true, waitForModel: true, timeoutSeconds: 30 };
    return endpointApi ? { ...common, endpoint: { url: `${api.url}/`, api: endpointApi } } : common;
  }

  it('lists its models, with the token for that origin', async () => {
    assert.deepEqual(await engine.listModels(settings('automatic1111'), ports), [
      { id: 'v1-5-pruned-emaonly', title: 'v1-5-pruned-emaonly.safetensors [6ce0161689]' },
    ]);
    const [model] = await engine.listModels(settings('openai'), ports);
    assert.equal(model?.id, 'v1-5-pruned-emaonly.safetensors');
    assert.equal(api.requests[0]?.headers.authorization, `Bearer for-${new URL(api.url).port}`);
  });

  it('lists its samplers', async () => {
    const found = await engine.listSamplers(settings('automatic1111'), ports);
    assert.ok(found?.samplers.includes('Euler a') && found.schedules.includes('Karras'));
  });

  it('asks nobody where there is no such list', async () => {
    assert.deepEqual(await engine.listModels(settings(), ports), []);
    assert.deepEqual(await engine.listModels(settings('hf'), ports), []);
    assert.equal(await engine.listSamplers(settings(), ports), undefined);
    assert.equal(await engine.listSamplers(settings('openai'), ports), undefined);
    assert.equal(api.requests.length, 0);
  });
});
