/** Checked parameters, put into the terms of an order. `null` means unset in every dialect. */
import type { PictureOrder } from '../studio.ts';
import type { Fields } from './checks.ts';

type Values = Pick<PictureOrder, 'seed' | 'steps' | 'guidanceScale' | 'scheduler'>;

/** @param fields that have passed their checks. */
export function parameterValues(fields: Fields): Values {
  const { seed, num_inference_steps: steps, guidance_scale: guidanceScale, scheduler } = fields;
  return {
    ...(isInteger(seed) ? { seed: BigInt(seed) } : {}),
    ...(typeof steps === 'number' ? { steps } : {}),
    ...(typeof guidanceScale === 'number' ? { guidanceScale } : {}),
    ...(typeof scheduler === 'string' ? { scheduler } : {}),
  };
}

function isInteger(value: unknown): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}
