/** What all providers behind the router have in common: the token, the model by the provider's own name, the values. */
import { randomBytes } from 'node:crypto';
import { models } from '../models.ts';
import type { Model } from '../models.ts';
import type { Call } from '../server/call.ts';
import { errorReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { PictureOrder, PictureType } from '../studio.ts';
import { refusal } from '../tokens.ts';
import { checks, isFields, text } from './checks.ts';
import type { Check, Fields } from './checks.ts';
import { requestBody } from './requestBody.ts';

export interface RoutedCall {
  readonly model: Model;
  readonly fields: Fields;
}

/** Who may not call at all gets the router's own answer, in front of the providers. */
export function routedCall(
  call: Call,
  provider: string,
  providerId: (fields: Fields) => string,
  requireToken: boolean,
): RoutedCall | { readonly reply: Reply } {
  const refused = refusal(call, requireToken);
  if (refused) return { reply: refused };
  const body = requestBody(call);
  if ('reply' in body) return body;
  const wanted = providerId(body.fields);
  const model = models.find(({ providers }) => {
    const served = providers[provider];
    return served?.providerId === wanted && served.status === 'live' && served.task === 'text-to-image';
  });
  if (!model) return { reply: errorReply(400, `Model not supported by provider ${provider}`) };
  return { model, fields: body.fields };
}

/** One wrong value: where it stands, and the validator's words. */
export interface Problem {
  readonly name: string;
  readonly words: string;
}

/** The values of a call, by what this server calls them. Others are ignored without a word, as providers do. */
export type Values = Readonly<
  Partial<
    Record<
      'prompt' | 'negative_prompt' | 'width' | 'height' | 'num_inference_steps' | 'guidance_scale' | 'seed',
      unknown
    >
  >
>;

const table: Readonly<Record<string, Check>> = {
  prompt: text,
  negative_prompt: text,
  width: checks.width,
  height: checks.height,
  num_inference_steps: checks.num_inference_steps,
  guidance_scale: checks.guidance_scale,
  seed: checks.seed,
};

export function problemsIn(values: Values): readonly Problem[] {
  const missing = typeof values.prompt === 'string' && values.prompt !== '' ? [] : [field('prompt', 'Field required')];
  const wrong = Object.entries(values).flatMap(([name, value]) => {
    const words = value === undefined || value === null ? undefined : table[name]?.(value);
    return words === undefined ? [] : [field(name, words)];
  });
  return [...missing, ...wrong];
}

function field(name: string, words: string): Problem {
  return { name, words };
}

/** @param values that have passed. Without a seed one of 64 bits is picked, as the real services do. */
export function orderFrom(values: Values, model: Model, type: PictureType): PictureOrder & { readonly seed: bigint } {
  const { negative_prompt: negative, num_inference_steps: steps, guidance_scale: guidanceScale, seed } = values;
  return {
    model: model.id,
    sha: model.sha,
    prompt: String(values.prompt),
    negativePrompt: typeof negative === 'string' && negative !== '' ? [negative] : [],
    width: Number(values.width ?? model.edge),
    height: Number(values.height ?? model.edge),
    ...(typeof steps === 'number' ? { steps } : {}),
    ...(typeof guidanceScale === 'number' ? { guidanceScale } : {}),
    seed: typeof seed === 'bigint' || typeof seed === 'number' ? BigInt(seed) : randomBytes(8).readBigUInt64LE(),
    type,
  };
}

/** `1024x768`, or with another sign; nothing where it is something else. */
export function sizeFrom(size: unknown, sign = 'x'): Pick<Values, 'width' | 'height'> {
  const [width, height, ...more] = typeof size === 'string' ? size.split(sign).map(Number) : [];
  return width && height && more.length === 0 ? { width, height } : {};
}

export function fieldsIn(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** What the content filters here object to: the one word that everybody knows. */
export function isObjectionable({ prompt }: Pick<PictureOrder, 'prompt'>): boolean {
  return /\bnsfw\b/i.test(prompt);
}
