/** Chance that can be repeated: the same text gives the same numbers, on every machine. */
import { createHash } from 'node:crypto';

export interface Random {
  /** 0 up to, but not including, 1. */
  next(): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError on an empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /** A source of its own, so that one part of a picture can change without moving all others. */
  fork(name: string): Random;
}

/** Small Fast Counter (Chris Doty-Humphrey), 128 bits of state taken from a hash of the text. */
export function createRandom(text: string): Random {
  const hash = createHash('sha256').update(text).digest();
  let a = hash.readInt32LE(0);
  let b = hash.readInt32LE(4);
  let c = hash.readInt32LE(8);
  let counter = 1;

  function next(): number {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 2 ** 32;
  }

  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    fork: (name) => createRandom(`${text}\n${name}`),
  };
}
