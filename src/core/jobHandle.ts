/**
 * What finds a job again that a provider has accepted: small, without a secret, and fit to be kept as JSON. With it a
 * picture that was paid for is picked up after the editor was reloaded.
 */
import { parameters, type ParameterName } from './parameters.ts';

export interface JobHandle {
  readonly version: 1;
  /** The provider's id, as the Hub has it. */
  readonly provider: string;
  /** The model on the Hub. */
  readonly model: string;
  /** Where the job is found: a path below the provider's own place, checked before each use. */
  readonly job: string;
  /** The seed that was sent. Exact text. */
  readonly seed?: string;
  /** As in `InferredImage`. */
  readonly ignored: readonly ParameterName[];
}

/** Tells jobs apart: paths count from the provider's own place. */
export function handleKey({ provider, job }: JobHandle): string {
  return `${provider} ${job}`;
}

/**
 * The reason with which a signal is aborted when the window goes: what a provider has accepted goes on there, and is
 * picked up later. Any other reason takes the job back.
 */
export const windowCloses = 'the window closes';

/** Undefined for anything else: what was kept in a file may have been changed there. */
export function parseJobHandle(value: unknown): JobHandle | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, provider, model, job, seed, ignored } = value as Readonly<Record<string, unknown>>;
  if (version !== 1 || !isText(provider) || !isText(model) || !isText(job)) return undefined;
  if (seed !== undefined && !(typeof seed === 'string' && /^\d{1,20}$/.test(seed))) return undefined;
  if (!Array.isArray(ignored) || !ignored.every(isParameterName)) return undefined;
  return { version, provider, model, job, ignored, ...(seed === undefined ? {} : { seed }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 500;
}

function isParameterName(value: unknown): value is ParameterName {
  return typeof value === 'string' && Object.hasOwn(parameters, value);
}
