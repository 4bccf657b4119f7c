import assert from 'node:assert/strict';
import { generate, type GeneratePorts } from '../../../src/core/generate.ts';
import type { ImageRequest, InferredImage } from '../../../src/core/request.ts';
import { inflatePixels } from '../../../src/files/inflatePixels.ts';
import { encodePng } from '../../demoApi/picture/encodePng.ts';
import { failureOf } from '../inference/inferring.ts';

const request: ImageRequest = {
  prompt: 'a lighthouse',
  model: 'black-forest-labs/FLUX.1-schnell',
  provider: 'auto',
  parameters: { steps: 4, scheduler: 'DDIM' },
};

async function picture(shade: number): Promise<Uint8Array> {
  return encodePng({ width: 16, height: 16, pixels: new Uint8Array(16 * 16 * 3).fill(shade) });
}

async function making(more: Partial<InferredImage>, shade = 200): Promise<ReturnType<typeof generate<string>>> {
  const inferred: InferredImage = {
    bytes: await picture(shade),
    service: 'router.test',
    provider: 'fal-ai',
    ignored: ['scheduler'],
    ...more,
  };
  const ports: GeneratePorts<string> = {
    infer: () => Promise.resolve(inferred),
    inflate: inflatePixels,
    save: ({ pieces }) => Promise.resolve({ place: 'a.png', bytes: pieces.reduce((sum, one) => sum + one.length, 0) }),
    remember: () => undefined,
    onStage: () => undefined,
    now: () => new Date(0),
    randomSeed: () => '7',
  };
  return generate(request, { embedSettings: true, generator: 'Depict' }, ports);
}

describe('generate', () => {
  it('hands on what the service says that it took, also of a picture that it blanks', async () => {
    const cost = { computeSeconds: 2, billableUnits: 1 };
    assert.deepEqual((await making({ cost })).cost, cost);
    assert.ok(!('cost' in (await making({}))));
    assert.deepEqual((await failureOf('refused', making({ cost }, 0))).received?.cost, cost);
  });

  it('notes what was used: not what was left out, and the seed and the model that the service names', async () => {
    const { record } = await making({ seed: '16357541570974532001', model: 'flux1-schnell-fp8' });
    assert.deepEqual(record.parameters, { steps: 4, seed: '16357541570974532001' });
    assert.equal(record.model, 'flux1-schnell-fp8');
    assert.equal(record.provider, 'fal-ai');
    assert.equal((await making({ seed: '7' })).record.model, request.model);
  });

  it('keeps a picture that the service itself objects to, and refuses to save it', async () => {
    const failure = await failureOf('refused', making({ flagged: true }));
    assert.equal(failure.reason, 'filter');
    assert.equal(failure.received?.record.prompt, 'a lighthouse');
    assert.equal(failure.service, 'router.test');
  });

  it('tells a black picture from one that is marked', async () => {
    assert.equal((await failureOf('refused', making({}, 0))).reason, 'black');
    assert.equal((await failureOf('refused', making({ flagged: true }, 0))).reason, 'filter');
  });
});
