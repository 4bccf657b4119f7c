/** As `findImage`, and where there is no picture in the answer, the address of one. */
import { findImage } from './findImage.ts';
import type { ImageReading, LinkReading, NoImageReading } from './reading.ts';
import { firstOf, isObject, replyObject, type JsonObject } from './replyObject.ts';
import type { HttpReply } from '../transport.ts';

/** `{"output":["https://…"]}` is what the official client looks for at hf-inference too, and `{"data":[{"url"}]}`. */
const members = ['output', 'data', 'images', 'image', 'url'];

export function imageOrLink(reply: HttpReply): ImageReading | LinkReading | NoImageReading {
  const found = findImage(reply);
  const answer = found.type === 'image' ? undefined : replyObject(reply);
  for (const name of answer && !saysError(answer) ? members : []) {
    const first = firstOf(answer?.[name]);
    const url = isObject(first) ? first['url'] : first;
    if (typeof url === 'string' && /^https?:\/\//i.test(url)) return { type: 'link', url };
  }
  return found;
}

/** Such an answer gives the address of a page where one can read on: `{"error":"…","url":"https://huggingface.co/docs"}`. */
function saysError({ error, detail, errors }: JsonObject): boolean {
  return [error, detail, errors].some((one) => (Array.isArray(one) ? one.length > 0 : Boolean(one)));
}
