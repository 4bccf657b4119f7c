/** Rolling meadows with trees, a house, flowers in front. */
import { drawRange } from '../land/mountains.ts';
import { drawSlope } from '../land/slopes.ts';
import type { Ridge } from '../land/ridge.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import { colour, mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawCabin } from '../things/cabin.ts';
import { drawCastle } from '../things/castle.ts';
import { drawMeadow } from '../things/meadow.ts';
import { drawTrees } from '../things/trees.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawHills(setting: Setting): void {
  const { horizon, unit, theme, canvas, sun, random } = setting;
  const ground = canvas.height - horizon;
  const open = canvas.width * (sun[0] < canvas.width / 2 ? 0.66 : 0.34);
  drawBackdrop(setting);
  drawRange(setting, 'far', 0.95, unit * 0.13, canvas.height);
  drawMist(setting, horizon, unit * 0.08, 0.45);
  const rows = 4;
  for (let row = 0; row < rows; row += 1) {
    const near = row / (rows - 1);
    const [lit, shade] = colours(setting, near);
    const base = horizon + ground * baseOf(near);
    const height = unit * (0.1 + 0.1 * near);
    // No further than the next one hides it.
    const bottom =
      row === rows - 1 ? canvas.height + 1 : horizon + ground * baseOf((row + 1) / (rows - 1)) + unit * 0.05;
    const line = drawSlope(setting, {
      name: `hill ${row}`,
      kind: 'hills',
      distance: 0.75 * (1 - near),
      base,
      height,
      detail: 1.5 - 0.5 * near,
      bottom,
      lit,
      shade,
    });
    if (row === 1) balloonsOver(setting);
    if (row === 1 && theme.things.has('castle')) drawCastle(setting, [open, line.at(open)], unit * 0.2);
    if (row < rows - 1)
      drawTrees(setting, `hill ${row}`, groves(setting, line, near, row), mix(shade, setting.palette.near, 0.35), lit);
    if (row === 2 && theme.things.has('cabin')) drawCabin(setting, [open, line.at(open) + unit * 0.012], unit * 0.15);
    if (row < 2) drawMist(setting, line.at(canvas.width / 2) + unit * 0.05, unit * 0.06, 0.3);
  }
  if (theme.things.has('birds') || random.fork('birds?').chance(0.4)) drawBirds(setting, 6);
  drawMeadow(setting);
  drawWeather(setting);
}

/** Where a hill lies, as a share of the land. @param near 0 in the distance, 1 in front. */
function baseOf(near: number): number {
  return 0.08 + 0.74 * near ** 1.15;
}

/** @param near 0 in the distance, 1 in front. */
function colours(
  { palette, theme }: Setting,
  near: number,
): readonly [lit: ReturnType<typeof mix>, shade: ReturnType<typeof mix>] {
  const dark = theme.time === 'night' ? 0.75 : theme.time === 'day' ? 0.12 : 0.35;
  const grass = mix(palette.lit, colour('#8fa64c'), theme.time === 'dusk' || theme.time === 'dawn' ? 0.4 : 0.1);
  const lit = mix(grass, palette.near, dark + 0.2 * near);
  return [lit, mix(mix(palette.far, palette.near, 0.35 + 0.5 * near), lit, 0.18)];
}

/** Foot and height of trees that stand together in groups. */
function groves(
  { canvas, random, unit, noise }: Setting,
  line: Ridge,
  near: number,
  row: number,
): (readonly [number, number, number])[] {
  const chance = random.fork(`grove ${row}`);
  const size = unit * (0.026 + 0.085 * near);
  const trees: (readonly [number, number, number])[] = [];
  for (let x = 0; x < canvas.width; x += size * chance.between(0.3, 0.7)) {
    if (noise((x / unit) * 4 + row * 20, 3.3) < 0.16) continue;
    trees.push([x, line.at(x) + size * chance.between(0, 0.3), size * chance.between(0.6, 1.1)]);
  }
  return trees;
}
