/** A paint of one colour. */
import type { Paint } from '../canvas.ts';
import type { Colour } from '../colour.ts';

export function flat([red, green, blue]: Colour, opacity = 1): Paint {
  return (_x, _y, ink) => {
    ink.red = red;
    ink.green = green;
    ink.blue = blue;
    ink.opacity = opacity;
  };
}
