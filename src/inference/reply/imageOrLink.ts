/** As `findImage`, and where there is no picture in the answer, the address of one. */
import { findImage } from './findImage.ts';
import type { ImageReading, LinkReading, NoImageReading } from './reading.ts';
import { firstOf, isObject, replyObject } from './replyObject.ts';
import type { HttpReply } from '../transport.ts';

/** `{"output":["https://…"]}` is what the official client looks for at hf-inference too, and `{"data":[{"url"}]}`. */
const members = ['output', 'data', 'images', 'image', 'url'];

export function imageOrLink(reply: HttpReply): ImageReading | LinkReading | NoImageReading {
  const found = findImage(reply);
  const answer = found.type === 'image' ? undefined : replyObject(reply);
  for (const name of answer ? members : []) {
    const first = firstOf(answer?.[name]);
    const url = isObject(first) ? first['url'] : first;
    if (typeof url === 'string' && /^https?:\/\//i.test(url)) return { type: 'link', url };
  }
  return found;
}
