/** Dunes and table mountains under a large sun. */
import { colour, mix } from '../colour.ts';
import { drawMesas } from '../land/mesas.ts';
import { drawSlope } from '../land/slopes.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawCacti } from '../things/cacti.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawDesert(setting: Setting): void {
  const { horizon, unit, theme, canvas, palette, random } = setting;
  const ground = canvas.height - horizon;
  const dark = theme.time === 'night' ? 0.72 : theme.time === 'day' ? 0.05 : 0.22;
  const sand = mix(mix(colour('#eba86a'), palette.lit, 0.3), palette.near, dark);
  const shade = mix(mix(colour('#7c3f3a'), palette.far, 0.35), palette.near, dark + 0.15);
  drawBackdrop(setting);
  drawMesas(setting, 'far mesas', 0.95, unit * 0.1);
  drawMesas(setting, 'mesas', 0.72, unit * 0.17);
  drawMist(setting, horizon, unit * 0.05, 0.4);
  balloonsOver(setting);
  const rows = 4;
  for (let row = 0; row < rows; row += 1) {
    const near = row / (rows - 1);
    drawSlope(setting, {
      name: `dune ${row}`,
      kind: 'dunes',
      distance: 0.7 * (1 - near),
      base: horizon + ground * baseOf(near),
      height: unit * (0.07 + 0.16 * near),
      detail: 1.9 - 0.9 * near,
      // No further than the next one hides it.
      bottom: row === rows - 1 ? canvas.height + 1 : horizon + ground * baseOf((row + 1) / (rows - 1)) + unit * 0.09,
      lit: sand,
      shade,
    });
  }
  if (theme.things.has('cactus') || random.fork('cactus?').chance(0.35)) drawCacti(setting);
  if (theme.things.has('birds')) drawBirds(setting, 5);
  drawWeather(setting);
}

/** Where a dune lies, as a share of the land. @param near 0 in the distance, 1 in front. */
function baseOf(near: number): number {
  return 0.1 + 0.72 * near ** 1.1;
}
