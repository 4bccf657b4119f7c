/** A still lake under mountains, framed by conifers. */
import { drawMassif, drawRange } from '../land/mountains.ts';
import { drawWater } from '../land/water.ts';
import { drawWood } from '../land/woods.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawBoat } from '../things/boat.ts';
import { drawCabin } from '../things/cabin.ts';
import { drawFrontPines } from '../things/frontPines.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawLake(setting: Setting): void {
  const { horizon, unit, theme, canvas, random, sun } = setting;
  const end = horizon + 1;
  drawBackdrop(setting);
  drawRange(setting, 'far', 0.9, unit * 0.2, end);
  drawMassif(setting, 'massif', unit * 0.32, end);
  balloonsOver(setting);
  drawMist(setting, horizon - unit * 0.03, unit * 0.07, theme.time === 'day' ? 0.25 : 0.5);
  const wood = { rise: unit * 0.035, density: 0.78, bottom: end } as const;
  drawWood(setting, { ...wood, name: 'far shore', distance: 0.5, base: horizon, trees: unit * 0.045, mist: 0.4 });
  const shore = drawWood(setting, {
    ...wood,
    name: 'shore',
    distance: 0.24,
    base: horizon + unit * 0.012,
    trees: unit * 0.075,
    mist: 0.3,
  });
  if (theme.things.has('cabin')) {
    const x = canvas.width * (sun[0] < canvas.width / 2 ? 0.68 : 0.32);
    drawCabin(setting, [x, Math.min(shore.at(x) + unit * 0.02, horizon)], unit * 0.085);
  }
  drawWater(setting, horizon, 0.85);
  if (theme.things.has('boat')) {
    drawBoat(
      setting,
      [canvas.width * random.fork('boat place').between(0.35, 0.65), horizon + unit * 0.12],
      unit * 0.15,
    );
  }
  if (theme.things.has('birds') || random.fork('birds?').chance(0.3)) drawBirds(setting, 6);
  drawWeather(setting);
  drawFrontPines(setting);
}
