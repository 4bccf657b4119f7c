/** What it means when the Hub does not tell what it was asked. */
import { ImageFailure } from '../../core/failure.ts';
import { classify } from '../reply/classify.ts';
import { replyContent } from '../reply/replyContent.ts';
import type { Clock, HttpReply } from '../transport.ts';
import type { Hub } from './hub.ts';

export function hubFailure(reply: HttpReply, { url, token }: Hub, model: string, clock: Clock): ImageFailure {
  const { host, origin } = new URL(url);
  const asked = { service: host, origin, model, ...(token === undefined ? {} : { token }) };
  const problem = replyContent(reply).type === 'html' ? 'html' : 'json';
  return new ImageFailure(classify(reply, asked, clock.now(), problem).failure);
}
