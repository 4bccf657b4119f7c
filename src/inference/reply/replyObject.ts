/** The object that an answer in JSON is. */
import type { HttpReply } from '../transport.ts';
import { replyContent } from './replyContent.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined for everything else. Integers of 16 digits and more are texts, see `readExactJson`. */
export function replyObject(reply: HttpReply): JsonObject | undefined {
  const content = replyContent(reply);
  return content.type === 'json' && isObject(content.value) ? content.value : undefined;
}

/** A member that may hold an object. */
export function objectIn(value: JsonObject, name: string): JsonObject {
  const member = value[name];
  return isObject(member) ? member : {};
}

/** The first of a list, or the value itself where it is none. */
export function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[0] : value;
}
