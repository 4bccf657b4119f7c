/** The checks that the dialects' parameters go through, in the words of the validator that the real services use. */

/** Where a value failed, in words that follow "Error in `parameters.x`: ". Undefined: it is fine. */
export type Check = (value: unknown) => string | undefined;

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'str type expected');

export const filledText: Check = (value) =>
  text(value) ?? (value === '' ? 'ensure this value has at least 1 characters' : undefined);

export const textList: Check = (value) => {
  if (!Array.isArray(value)) return 'value is not a valid list';
  return value.every((item) => typeof item === 'string') ? undefined : 'str type expected';
};

export function number(min: number, max: number): Check {
  return (value) => (typeof value === 'number' ? outside(value, min, max) : 'value is not a valid float');
}

/** Integers come as numbers, or as bigint where a number cannot hold them. */
export function integer(min: bigint | number, max: bigint | number): Check {
  return (value) => {
    if (typeof value !== 'bigint' && !Number.isInteger(value)) return 'value is not a valid integer';
    return outside(value as bigint | number, min, max);
  };
}

function outside(value: bigint | number, min: bigint | number, max: bigint | number): string | undefined {
  if (value < min) return `ensure this value is greater than or equal to ${min}`;
  if (value > max) return `ensure this value is less than or equal to ${max}`;
  return undefined;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The ranges of this server. Pixels for width and height; drawing more than 2048 × 2048 would take too long. */
export const checks = {
  guidance_scale: number(0, 100),
  num_inference_steps: integer(1, 1000),
  width: integer(16, 2048),
  height: integer(16, 2048),
  scheduler: filledText,
  seed: integer(0n, 2n ** 64n - 1n),
} as const;
