/** Lists of a server of the user's own: its samplers, its models. */
import { look } from '../look.ts';
import { replyContent } from '../reply/replyContent.ts';
import { isObject, type JsonObject } from '../reply/replyObject.ts';
import type { HttpReply, Transport } from '../transport.ts';
import type { HomeServer } from './homeServer.ts';

export const longestHomeLook = 5;
const most = 1_000;
const longestName = 300;

export function lookHome(
  { root, token }: HomeServer,
  path: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<HttpReply> {
  return look(`${root}${path}`, token, longestHomeLook, transport, signal);
}

/** The objects of a JSON list, at most a thousand; undefined for any other answer. */
export function objectsIn(reply: HttpReply, member?: string): readonly JsonObject[] | undefined {
  if (reply.status !== 200) return undefined;
  const content = replyContent(reply);
  if (content.type !== 'json') return undefined;
  const { value } = content;
  const list = member === undefined ? value : isObject(value) ? value[member] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]).slice(0, most).filter(isObject) : undefined;
}

/** A name that can be shown and sent back: one line of at most 300 characters. */
export function nameIn(object: JsonObject, member: string): string | undefined {
  const name = object[member];
  // eslint-disable-next-line no-control-regex
  const isName = typeof name === 'string' && name.length <= longestName && !/[\u0000-\u001f\u007f-\u009f]/.test(name);
  return isName && name.trim() !== '' ? name : undefined;
}
