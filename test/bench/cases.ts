/** What is asked for: pictures of three sizes, one at a time and many at once. */
import type { ContenderName } from './contender/contenders.ts';

export interface Case {
  readonly picture: Picture;
  readonly atOnce: number;
  /** Seconds for all rounds together. */
  readonly seconds: number;
}

export interface Picture {
  readonly label: string;
  readonly url: string;
  readonly bytes: number;
}

/** A value for each contender. */
export type Measured = Readonly<Partial<Record<ContenderName, number>>>;

export const many = 32;

/** Seconds for one at a time and for many at once. */
export const pictureSizes = [
  { label: '100 kB', bytes: 100_000, seconds: 5, secondsOfMany: 6 },
  { label: '1.5 MB', bytes: 1_500_000, seconds: 15, secondsOfMany: 12 },
  { label: '10 MB', bytes: 10_000_000, seconds: 8, secondsOfMany: 12 },
] as const;
