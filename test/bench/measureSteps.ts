/** What Depict does to a picture beyond moving it, step by step. */
import { isSolidBlack } from '../../src/core/image/black/isSolidBlack.ts';
import { inspectImage } from '../../src/core/image/inspectImage.ts';
import { embedRecord } from '../../src/core/metadata/embedRecord.ts';
import type { GenerationRecord } from '../../src/core/metadata/record.ts';
import { inflatePixels } from '../../src/files/inflatePixels.ts';
import { prompt } from './contender/contender.ts';
import { median } from './statistics.ts';

export interface StepTime {
  readonly name: string;
  readonly milliseconds: number;
}

const record: GenerationRecord = {
  version: 1,
  prompt,
  model: 'owner/model',
  provider: 'hf-inference',
  parameters: { width: 1024, height: 1024, seed: '1234567890' },
  width: 1024,
  height: 1024,
  createdAt: '2026-01-01T00:00:00.000Z',
  generator: 'Depict bench',
};

const rounds = 200;

/** Medians, for a PNG. */
export async function measureSteps(bytes: Uint8Array): Promise<readonly StepTime[]> {
  const steps = {
    inspectImage: () => inspectImage(bytes),
    isSolidBlack: () => isSolidBlack(bytes, 'png', inflatePixels),
    embedRecord: () => embedRecord(bytes, 'png', record),
  } as const;
  const times: StepTime[] = [];
  for (const [name, step] of Object.entries(steps)) times.push({ name, milliseconds: await timeOf(step) });
  return times;
}

async function timeOf(step: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await step();
    times.push(performance.now() - start);
  }
  return median(times);
}
