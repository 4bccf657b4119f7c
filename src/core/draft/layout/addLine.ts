/** Sets a line of text, and draws bars in place of letters that the font does not have. */
import { addGlyph, addRoundedBox, type At, type Lines } from '../raster/outlines.ts';
import type { Line } from './fitText.ts';

/** Ems: a bar stands where small letters do, with a little air to the next word. */
const bar = { below: 0.04, height: 0.6, air: 0.05, radius: 0.14 } as const;
/** Bars are lighter than letters: they are no text, only where it would be. */
const barWeight = 0.35;

/** With its baseline at `y`. @param weight -1 to cut the text out of what is there */
export function addLine(lines: Lines, line: Line, at: At, weight = 1): void {
  const { y, size } = at;
  let { x } = at;
  /** Where the bar began that is being drawn. */
  let start: number | undefined;
  const endBar = (): void => {
    if (start === undefined) return;
    const air = bar.air * size;
    const place = { x: start + air, y: y + (bar.below - bar.height) * size };
    addRoundedBox(
      lines,
      { ...place, width: x - start - 2 * air, height: bar.height * size },
      bar.radius * size,
      weight * barWeight,
    );
    start = undefined;
  };
  for (const [index, { cells, space }] of line.words.entries()) {
    if (space > 0 || index === 0) endBar();
    if (index > 0) x += space * size;
    for (const { glyphs, width } of cells) {
      if (glyphs.length === 0) start ??= x;
      else endBar();
      for (const { contours } of glyphs) addGlyph(lines, contours, { x, y, size }, weight);
      x += width * size;
    }
  }
  endBar();
}
