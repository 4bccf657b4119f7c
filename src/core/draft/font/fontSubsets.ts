/**
 * The parts of the font of drafts, IBM Plex Sans: each a file of its own, named for the characters in it. In the order
 * in which they are looked into.
 */
export const fontSubsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const;

export type FontSubset = (typeof fontSubsets)[number];

/** The bytes of a part's WOFF file. */
export type ReadFont = (subset: FontSubset) => Promise<Uint8Array>;
