/** Mountain ranges: pale and plain in the distance, with rock, light and snow when they are the main thing. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { fade } from './fade.ts';
import { ridge, under } from './ridge.ts';
import type { Ridge } from './ridge.ts';

/** @param distance 0 is close, 1 as far as one sees. Height in pixels. */
export function drawRange(setting: Setting, name: string, distance: number, height: number, bottom: number): Ridge {
  const { canvas, palette, horizon } = setting;
  const line = ridge(setting, { name, base: horizon, height, detail: 1.6 + distance * 1.6, kind: 'peaks' });
  const base = mix(palette.near, palette.far, 0.25 + 0.75 * distance);
  const pale = mix(base, palette.haze, distance * 0.45);
  fill(canvas, [under(line, bottom)], fade(pale, palette.haze, line.top, bottom, 0.55));
  return line;
}

/** A range one looks at. Height in pixels above the horizon. */
export function drawMassif(setting: Setting, name: string, height: number, bottom: number): void {
  const { canvas, palette, noise, sun, unit, theme, horizon } = setting;
  const line = ridge(setting, { name, base: horizon, height, detail: 1.75, kind: 'peaks' });
  const rock = mix(palette.far, palette.near, 0.3);
  const snowLit = mix(palette.cloudLight, palette.disc, 0.5);
  const snowShaded = mix(mix(palette.cloudShade, palette.far, 0.4), snowLit, 0.12);
  const surfaces = [mix(rock, palette.near, 0.4), mix(rock, palette.lit, 0.5), snowShaded, snowLit] as const;
  const [stoneDark, stoneLight, snowDark, snowLight] = surfaces;
  const snowLine = theme.season === 'winter' || theme.weather === 'snow' ? 0.1 : 0.62;
  const slopes = slopesOf(line, canvas.width, unit);
  const fromLeft = sun[0] < canvas.width / 2 ? 1 : -1;

  fill(canvas, [under(line, bottom)], (x, y, ink) => {
    const depth = (y - line.at(x)) / unit;
    const u = x / unit;
    const v = y / unit;
    // Light and shadow meet along lines that wander down from each top, the further the more.
    const rough = noise(u * 16, v * 16) * 0.4 + noise(u * 41 + 7, v * 33) * 0.16;
    const wander = (noise(u * 6.5, v * 5) * 0.5 + rough * 0.55) * Math.min(0.075, depth * 0.6 + 0.004);
    const slope =
      slopes[Math.min(canvas.width, Math.max(0, Math.round(x + (wander - fromLeft * 0.5 * depth) * unit)))] ?? 0;
    const light = smooth(-0.22, 0.3, slope * -fromLeft + rough * 0.3 - 0.05);
    const above = (horizon - y) / height;
    const cold = smooth(snowLine - 0.02, snowLine + 0.05, above + rough * 0.28 - Math.abs(slope) * 0.05);
    const away = 0.72 * smooth(0.62, -0.05, above);
    for (let channel = 0; channel < 3; channel += 1) {
      const dark = stoneDark[channel] ?? 0;
      const stone = dark + ((stoneLight[channel] ?? 0) - dark) * light;
      const cool = snowDark[channel] ?? 0;
      const surface = stone + (cool + ((snowLight[channel] ?? 0) - cool) * light - stone) * cold;
      const seen = surface + ((palette.haze[channel] ?? 0) - surface) * away;
      if (channel === 0) ink.red = seen;
      else if (channel === 1) ink.green = seen;
      else ink.blue = seen;
    }
  });
}

/** How steeply the crest falls (towards the right positive) at each column, seen over a fiftieth of a unit. */
function slopesOf(line: Ridge, width: number, unit: number): Float32Array {
  const reach = Math.max(1, unit * 0.01);
  return Float32Array.from(
    { length: width + 1 },
    (_zero, x) => (line.at(x + reach) - line.at(x - reach)) / (2 * reach),
  );
}
