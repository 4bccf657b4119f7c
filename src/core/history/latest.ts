/** The last word on each thing: what events mean that come in any order, and more than once. */
import type { Stamp } from './event.ts';
import { isLater } from './stamp.ts';

/** The last event of each type that is about one thing. */
export type Latest<E extends Stamp & { readonly type: string }> = {
  [T in E['type']]?: Extract<E, { readonly type: T }>;
};

/** False when the event is known already, or a later one is. */
export function takeLatest<E extends Stamp & { readonly type: string }>(latest: Latest<E>, event: E): boolean {
  const events = latest as Record<string, E>;
  const known = events[event.type];
  if (known && !isLater(event, known)) return false;
  events[event.type] = event;
  return true;
}
