/** What every format's part of the reading has in common. */
import type { Inflate } from '../image/inflate.ts';

/** Texts in the order in which they count. */
export interface FoundTexts {
  /** Exact JSON of ours. */
  readonly json: readonly string[];
  /** In the place that is for settings and nothing else. */
  readonly parameters: readonly string[];
  /** In a place for comments of any kind. */
  readonly comments: readonly string[];
}

/** One format's part. Given bytes that begin with the format's signature; never rejects. */
export type FindTexts = (bytes: Uint8Array, inflate: Inflate) => Promise<FoundTexts>;

/**
 * Chunks or segments that are looked at: far more than any picture has that a program wrote, and few enough to be done
 * in milliseconds with a file made to be slow.
 */
export const maxParts = 100_000;

/** Texts of one kind that are read; a file needs one. */
export const maxTexts = 4;

export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
