/**
 * The one table of generation parameters: what each is called, its type and its range.
 * Settings, the exported API and the services are all checked against it.
 */

export interface NumberParameter {
  readonly type: 'integer' | 'number';
  readonly min: number;
  readonly max: number;
}

export interface SeedParameter {
  /** Kept as decimal text from end to end: services return 64-bit seeds that a JavaScript number would corrupt. */
  readonly type: 'seed';
  readonly min: '0';
  readonly max: '18446744073709551615';
}

export interface TextParameter {
  readonly type: 'text' | 'textList';
  /** In UTF-16 code units, for each text. */
  readonly maxLength: number;
}

export type Parameter = NumberParameter | SeedParameter | TextParameter;

/**
 * Names follow the task API's page (guidance_scale, num_inference_steps, target_size…) in this project's spelling.
 * The API states types but no ranges; these only keep out what no model can mean, the service has the last word.
 */
export const parameters = {
  negativePrompt: { type: 'textList', maxLength: 10_000 },
  /** Pixels. */
  width: { type: 'integer', min: 16, max: 16_384 },
  /** Pixels. */
  height: { type: 'integer', min: 16, max: 16_384 },
  /** Denoising steps: more is slower and, up to a point, better. */
  steps: { type: 'integer', min: 1, max: 1_000 },
  /** How closely the picture follows the prompt. */
  guidanceScale: { type: 'number', min: 0, max: 100 },
  scheduler: { type: 'text', maxLength: 200 },
  seed: { type: 'seed', min: '0', max: '18446744073709551615' },
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterName = keyof typeof parameters;

/** Values of the parameters that are set. A missing one is left to the model's own default. */
export interface ParameterValues {
  /** Never empty texts; an empty list is the same as unset. */
  readonly negativePrompt?: readonly string[];
  /** Pixels. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  readonly steps?: number;
  readonly guidanceScale?: number;
  readonly scheduler?: string;
  /** Decimal digits, 0 to 2^64 - 1. */
  readonly seed?: string;
}
