/** Colours in linear light, mixed as the eye sees them (OKLab, Björn Ottosson 2020). */

/** Red, green and blue in linear light, 0 to 1; light may be brighter. */
export type Colour = readonly [red: number, green: number, blue: number];

/** @param code `#rrggbb` in sRGB. */
export function colour(code: string): Colour {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(code.slice(at, at + 2), 16) / 255);
  return [toLinear(red ?? 0), toLinear(green ?? 0), toLinear(blue ?? 0)];
}

/** @param share of the second colour, 0 to 1. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const [l1, a1, b1] = toLab(first);
  const [l2, a2, b2] = toLab(second);
  return fromLab([l1 + (l2 - l1) * share, a1 + (a2 - a1) * share, b1 + (b2 - b1) * share]);
}

/** @param by factors for lightness and colourfulness, and a turn of the hue in degrees. */
export function adjust(base: Colour, by: { lightness?: number; chroma?: number; turn?: number }): Colour {
  const { lightness = 1, chroma = 1, turn = 0 } = by;
  const [l, a, b] = toLab(base);
  const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  return fromLab([l * lightness, (a * cosine - b * sine) * chroma, (a * sine + b * cosine) * chroma]);
}

/** A gradient through colours at equal distances; the argument goes from 0 to 1. */
export function gradient(colours: readonly Colour[]): (at: number) => Colour {
  return (at) => {
    const place = Math.min(1, Math.max(0, at)) * (colours.length - 1);
    const index = Math.min(colours.length - 2, Math.floor(place));
    const [from = [0, 0, 0] as const, to = from] = colours.slice(index);
    return mix(from, to, place - index);
  };
}

export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function fromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function toLab([red, green, blue]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Colour): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    Math.max(0, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    Math.max(0, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    Math.max(0, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
