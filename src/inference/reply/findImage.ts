/** Takes a picture out of the wrappings that servers put around it: raw bytes, base64, a JSON string, JSON objects. */
import type { ReplyProblem } from '../../core/failure.ts';
import type { HttpReply } from '../transport.ts';
import { replyContent } from './replyContent.ts';

export interface ImageReading {
  readonly type: 'image';
  /** The bytes themselves, or the same in base64. */
  readonly data: Uint8Array | string;
  /** The seed that the service names. Exact decimal text. */
  readonly seed?: string;
}

/** What a provider makes of an answer with a status of 200 to 299. */
export type Reading = ImageReading | { readonly type: 'noImage'; readonly problem: ReplyProblem };

/** Whether the bytes are a picture that can be used is for others to say: here they are only unwrapped. */
export function findImage(reply: HttpReply): Reading {
  const content = replyContent(reply);
  switch (content.type) {
    case 'empty':
      return { type: 'noImage', problem: 'empty' };
    case 'html':
      return { type: 'noImage', problem: 'html' };
    case 'binary':
      return { type: 'image', data: reply.body };
    case 'text': {
      const data = base64Of(content.text);
      if (data !== undefined) return { type: 'image', data };
      return { type: 'noImage', problem: /^[[{"]/.test(content.text) ? 'json' : 'notAnImage' };
    }
    case 'json':
      return inJson(content.value, 0) ?? { type: 'noImage', problem: 'json' };
  }
}

/** Names seen in answers of Inference Endpoints, custom handlers and OpenAI-shaped servers, best first. */
const members = ['images', 'image', 'data', 'output', 'outputs', 'artifacts', 'b64_json', 'base64', 'generated_image'];
const deepest = 4;

function inJson(value: unknown, depth: number): Reading | undefined {
  if (typeof value === 'string') {
    const data = base64Of(value);
    return data === undefined ? undefined : { type: 'image', data };
  }
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) return inJson(value[0], depth + 1);
  const object = value as Readonly<Record<string, unknown>>;
  for (const name of members) {
    const found = inJson(object[name], depth + 1);
    const seed = seedText(object['seed']);
    if (found?.type === 'image') return seed === undefined || found.seed !== undefined ? found : { ...found, seed };
  }
  return undefined;
}

function seedText(seed: unknown): string | undefined {
  const text = typeof seed === 'number' ? String(seed) : seed;
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? text : undefined;
}

/**
 * A word like "error" is made of base64's letters too, so a short text counts only if it starts as PNG, JPEG, WebP, GIF
 * or AVIF do.
 */
function base64Of(text: string): string | undefined {
  const data = /^data:[\w/+.-]*;base64,/i.exec(text.slice(0, 100));
  const base64 = data ? text.slice(data[0].length) : text;
  if (!data && base64.length < 200 && !/^(iVBORw0KGgo|\/9j\/|UklGR|R0lGOD|AAAA)/.test(base64)) return undefined;
  return /[^\w+/=\s-]|[\w+/-] [\w+/-]/.test(base64) ? undefined : base64;
}
