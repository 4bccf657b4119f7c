/** A font as far as drafts need one: which glyph draws a character, how wide it is, and its shape. */
import { bigEndian } from '../../bytes/byteOrder.ts';
import type { Inflate } from '../../image/inflate.ts';
import { curvesOf, type Curves } from './curves.ts';
import { fontSubsets, type FontSubset, type ReadFont } from './fontSubsets.ts';
import { readCharacterMap } from './readCharacterMap.ts';
import { readOutline } from './readOutline.ts';
import { readWoff } from './readWoff.ts';

/** Lengths in ems. */
export interface Glyph {
  readonly advance: number;
  /** Upwards from the baseline. */
  readonly contours: readonly Curves[];
}

/** Undefined for a character that the font does not have. */
export type FindGlyph = (character: string) => Glyph | undefined;

/** What the font has for a text. Reads only the parts that the text needs. */
export type LoadFont = (text: string) => Promise<FindGlyph>;

/** Keeps what it has read. */
export function createFont(readFont: ReadFont, inflate: Inflate): LoadFont {
  const parts = new Map<FontSubset, Promise<FindGlyph>>();

  function load(subset: FontSubset): Promise<FindGlyph> {
    const part = parts.get(subset) ?? readFont(subset).then((bytes) => loadPart(bytes, inflate));
    // What could not be read is not kept: the next draft tries again.
    part.catch(() => parts.delete(subset));
    parts.set(subset, part);
    return part;
  }

  return async (text) => {
    const loaded: FindGlyph[] = [];
    const find: FindGlyph = (character) => {
      for (const part of loaded) {
        const glyph = part(character);
        if (glyph) return glyph;
      }
      return undefined;
    };
    let missing = new Set(text);
    for (const subset of fontSubsets) {
      if (missing.size === 0) break;
      loaded.push(await load(subset));
      missing = new Set([...missing].filter((character) => !find(character)));
    }
    return find;
  };
}

async function loadPart(bytes: Uint8Array, inflate: Inflate): Promise<FindGlyph> {
  const tables = await readWoff(bytes, inflate);
  const { cmap, head, hhea, hmtx } = tables;
  const numbers = readCharacterMap(cmap);
  const unitsPerEm = bigEndian.uint16(head, 18);
  const lastWidth = bigEndian.uint16(hhea, 34) - 1;
  const glyphs = new Map<string, Glyph>();
  return (character) => {
    const known = glyphs.get(character);
    const number = numbers.get(character.codePointAt(0) ?? 0);
    if (known || number === undefined) return known;
    const advance = bigEndian.uint16(hmtx, Math.min(number, lastWidth) * 4) / unitsPerEm;
    const outline = readOutline(tables, number).map((contour) => curvesOf(contour, 1 / unitsPerEm));
    const contours = outline.filter((curves) => curves !== undefined);
    const glyph = { advance, contours };
    glyphs.set(character, glyph);
    return glyph;
  };
}
