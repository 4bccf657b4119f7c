/** Who wrote an event, and which of two events counts. */
import type { Stamp } from './event.ts';

/** The parts of an event's id. */
export interface StampParts {
  /** Unique over time, without a dot. */
  readonly writer: string;
  readonly sequence: number;
}

/** Undefined for what is no id of an event. */
export function readStamp(id: string): StampParts | undefined {
  const dot = id.indexOf('.');
  const digits = id.slice(dot + 1);
  const sequence = Number(digits);
  const isStamp = dot > 0 && Number.isSafeInteger(sequence) && sequence >= 0 && String(sequence) === digits;
  return isStamp ? { writer: id.slice(0, dot), sequence } : undefined;
}

export function writeStamp({ writer, sequence }: StampParts): string {
  return `${writer}.${sequence}`;
}

/** Two windows that did not know of each other may have equal sequences: then any order will do that all agree on. */
export function isLater(one: Stamp, other: Stamp): boolean {
  const [left, right] = [readStamp(one.id), readStamp(other.id)];
  if (!left || !right) return false;
  return left.sequence === right.sequence ? left.writer > right.writer : left.sequence > right.sequence;
}
