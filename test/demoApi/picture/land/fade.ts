/** A paint that changes from row to row only: land that dissolves in the haze at its foot. */
import type { Paint } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import { smooth } from '../smooth.ts';

/** @param most share of the haze at the bottom, 0 to 1. */
export function fade(base: Colour, haze: Colour, top: number, bottom: number, most: number): Paint {
  const first = Math.floor(top);
  const rows = Array.from({ length: Math.max(1, Math.ceil(bottom) - first + 1) }, (_zero, index) =>
    mix(base, haze, most * smooth(0, 1, index / Math.max(1, bottom - first))),
  );
  return (_x, y, ink) => {
    const [red, green, blue] = rows[Math.min(rows.length - 1, Math.max(0, y - first))] ?? base;
    ink.red = red;
    ink.green = green;
    ink.blue = blue;
  };
}
