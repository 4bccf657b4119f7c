/**
 * The sixteen colours of a draft: two tones of the background with three steps between them, the ink, and five steps
 * from each tone to the ink, for smooth edges.
 */

/** From the first tone, entry 0, to the second, entry 4. */
export const scenerySteps = 4;
/** From a tone to the ink. */
export const inkSteps = 6;

const inkEntry = 15;

/** The entry for ink of so many steps over an entry of the background. */
export function paletteIndex(background: number, ink: number): number {
  if (ink >= inkSteps) return inkEntry;
  return scenerySteps + ink + (background * 2 > scenerySteps ? inkSteps - 1 : 0);
}

type Colour = readonly [red: number, green: number, blue: number];

/** Three bytes for each entry. @param hue in degrees */
export function draftPalette(hue: number): Uint8Array {
  const light = colourOf(hue, 0.24, 0.95);
  const dark = colourOf(hue, 0.26, 0.87);
  const ink = colourOf(hue, 0.3, 0.24);
  const entries = [
    light,
    ...between(light, dark, scenerySteps),
    dark,
    ...between(light, ink, inkSteps),
    ...between(dark, ink, inkSteps),
    ink,
  ];
  return Uint8Array.from(entries.flat());
}

function between(from: Colour, to: Colour, steps: number): readonly Colour[] {
  return Array.from({ length: steps - 1 }, (_, step) => mixed(from, to, (step + 1) / steps));
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
}

/** From hue, saturation and lightness. */
function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (turn: number): number => {
    const k = (turn + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
