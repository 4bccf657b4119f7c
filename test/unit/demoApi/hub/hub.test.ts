import assert from 'node:assert/strict';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';

interface ListedModel {
  readonly id: string;
  readonly inferenceProviderMapping?: readonly { readonly provider: string; readonly status: string }[];
}

describe("the Hub's look-ups", () => {
  let api: DemoApi;

  before(async () => {
    api = await startDemoApi();
  });
  after(() => api.close());

  it('tells who serves a model, as an object', async () => {
    const answer = await fetch(
      `${api.url}/api/models/black-forest-labs/FLUX.1-schnell?expand[]=inferenceProviderMapping`,
    );
    const { inferenceProviderMapping: mapping } = (await answer.json()) as {
      inferenceProviderMapping: Record<string, unknown>;
    };
    assert.deepEqual(mapping['fal-ai'], { status: 'live', providerId: 'fal-ai/flux/schnell', task: 'text-to-image' });
    assert.ok('hf-inference' in mapping);
  });

  it('tells it only when asked', async () => {
    const answer = await fetch(`${api.url}/api/models/black-forest-labs/FLUX.1-dev`);
    const model = (await answer.json()) as object;
    assert.ok(!('inferenceProviderMapping' in model));
    assert.equal((model as { gated: unknown }).gated, 'auto');
  });

  it('follows a renamed model with a redirect and does not know others', async () => {
    const renamed = await fetch(`${api.url}/api/models/runwayml/stable-diffusion-v1-5?expand[]=gated`);
    assert.ok(renamed.redirected);
    assert.equal(((await renamed.json()) as ListedModel).id, 'stable-diffusion-v1-5/stable-diffusion-v1-5');
    const missing = await fetch(`${api.url}/api/models/nobody/nothing`);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers.get('x-error-code'), 'RepoNotFound');
  });

  it('lists models page by page, with a list of who serves each', async () => {
    const found: ListedModel[] = [];
    const query = 'pipeline_tag=text-to-image&inference_provider=all&limit=3&expand[]=inferenceProviderMapping';
    let next: string | undefined = `${api.url}/api/models?${query}`;
    let pages = 0;
    while (next) {
      const answer: Response = await fetch(next);
      found.push(...((await answer.json()) as ListedModel[]));
      next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
      pages += 1;
    }
    assert.ok(pages > 1);
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
    assert.ok(!found.some(({ id }) => id === 'openai/gpt-oss-20b'), 'other tasks are left out');
    assert.ok(!found.some(({ id }) => id.startsWith('stable-diffusion-v1-5/')), 'nobody serves it live');
    assert.ok(found.every((model) => model.inferenceProviderMapping?.some(({ status }) => status === 'live')));
  });

  it('searches and filters by provider', async () => {
    const ids = async (query: string) => {
      const answer = await fetch(`${api.url}/api/models?${query}`);
      return ((await answer.json()) as ListedModel[]).map(({ id }) => id);
    };
    assert.deepEqual(await ids('search=qwen'), ['Qwen/Qwen-Image']);
    assert.ok(!(await ids('inference_provider=hf-inference')).includes('black-forest-labs/FLUX.1-dev'));
    assert.equal((await fetch(`${api.url}/api/models?limit=none`)).status, 400);
  });

  it('orders by what is asked for, and tells likes, downloads and terms', async () => {
    const listed = async (query: string) => {
      const answer = await fetch(`${api.url}/api/models?pipeline_tag=text-to-image&limit=2&${query}`);
      return (await answer.json()) as (ListedModel & Readonly<Record<string, unknown>>)[];
    };
    const first = async (sort: string) => (await listed(`sort=${sort}`))[0]?.id;
    assert.equal(await first('trendingScore'), 'Tongyi-MAI/Z-Image-Turbo');
    assert.equal(await first('likes'), 'black-forest-labs/FLUX.1-dev');
    assert.equal(await first('downloads'), 'stabilityai/stable-diffusion-xl-base-1.0');
    const [dev] = await listed('sort=likes&expand[]=likes&expand[]=gated');
    assert.deepEqual([dev?.['likes'], dev?.['gated'], dev?.['downloads']], [12_311, 'auto', undefined]);
    assert.equal((await fetch(`${api.url}/api/models?sort=magic`)).status, 400);
    assert.equal((await fetch(`${api.url}/api/models?cursor=magic`)).status, 400);
  });

  it('tells whose token it is and what it may do', async () => {
    const account = async (token: string) => {
      const answer = await fetch(`${api.url}/api/whoami-v2`, { headers: { authorization: `Bearer ${token}` } });
      const { auth } = (await answer.json()) as {
        auth: { accessToken: { fineGrained: { scoped: { permissions: string[] }[] } } };
      };
      return auth.accessToken.fineGrained.scoped[0]?.permissions;
    };
    assert.deepEqual(await account('hf_demo'), ['inference.serverless.write']);
    assert.deepEqual(await account('hf_forbidden'), []);
    assert.equal((await fetch(`${api.url}/api/whoami-v2`)).status, 401);
  });
});
