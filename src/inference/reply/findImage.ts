/** Takes a picture out of the wrappings that servers put around it: raw bytes, base64, a JSON string, JSON objects. */
import type { HttpReply } from '../transport.ts';
import { base64Of } from './base64Of.ts';
import type { ImageReading, NoImageReading } from './reading.ts';
import { replyContent } from './replyContent.ts';
import { seedText } from './seedText.ts';

/** Whether the bytes are a picture that can be used is for others to say: here they are only unwrapped. */
export function findImage(reply: HttpReply): ImageReading | NoImageReading {
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
const members = [
  'images',
  'image',
  'data',
  'output',
  'outputs',
  'artifacts',
  'b64_json',
  'base64',
  'image_base64',
  'generated_image',
];
const deepest = 4;

function inJson(value: unknown, depth: number): ImageReading | undefined {
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
    if (found) return seed === undefined || found.seed !== undefined ? found : { ...found, seed };
  }
  return undefined;
}
