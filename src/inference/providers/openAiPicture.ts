/** The answer to `/v1/images/generations`, as OpenAI has made it common: `{data: [{b64_json} or {url}]}`. */
import { pictureAt } from '../reply/pictureAt.ts';
import type { Reading, Told } from '../reply/reading.ts';
import { firstOf, isObject, type JsonObject } from '../reply/replyObject.ts';

export function openAiPicture(answer: JsonObject | undefined, told?: Told): Reading {
  const item = firstOf(answer?.['data']);
  if (!answer || !isObject(item)) {
    if (answer?.['error'] !== undefined) return { type: 'failed' };
    return { type: 'noImage', problem: Array.isArray(answer?.['data']) ? 'empty' : 'json' };
  }
  const found = pictureAt(item['b64_json'], told) ?? pictureAt(item['url'], told);
  return found ?? { type: 'noImage', problem: 'empty' };
}
