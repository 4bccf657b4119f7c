/** Records to embed, from the plain to the nasty. */
import type { GenerationRecord } from '../../../../src/core/metadata/record.ts';

export const plainRecord: GenerationRecord = {
  version: 1,
  prompt: 'a lighthouse at dusk, oil on canvas',
  model: 'black-forest-labs/FLUX.1-schnell',
  provider: 'hf-inference',
  parameters: {
    negativePrompt: ['blurry', 'text'],
    width: 1024,
    height: 768,
    steps: 4,
    guidanceScale: 3.5,
    scheduler: 'EulerDiscreteScheduler',
    seed: '16357541570974532001',
  },
  width: 1024,
  height: 768,
  createdAt: '2026-01-02T03:04:05.678Z',
  generator: 'Depict 0.1.0',
};

export const nastyRecord: GenerationRecord = {
  ...plainRecord,
  prompt: 'été "quoted" & <b>bold</b> ]]> -- \\ `x`\r\n灯台, 😀\u0000\u0007\u0085\u2028\ufffe\ud800 end',
  model: 'https://host:8080/a, b',
  parameters: { scheduler: 'Euler a: "x", y\\z', seed: '1' },
};
