/** A city by the water. */
import { drawCityGlow, drawSkyline } from '../land/city.ts';
import { drawRange } from '../land/mountains.ts';
import { drawWater } from '../land/water.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawBoat } from '../things/boat.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawCity(setting: Setting): void {
  const { horizon, unit, theme, canvas, random } = setting;
  drawBackdrop(setting);
  drawRange(setting, 'far', 0.95, unit * 0.1, horizon + 1);
  balloonsOver(setting);
  drawCityGlow(setting, horizon);
  const foot = horizon + 1;
  drawSkyline(setting, { name: 'far', distance: 0.8, foot, height: unit * 0.46, width: unit * 0.026 });
  drawMist(setting, horizon - unit * 0.04, unit * 0.1, 0.3);
  drawSkyline(setting, { name: 'middle', distance: 0.42, foot, height: unit * 0.4, width: unit * 0.034 });
  drawMist(setting, horizon - unit * 0.02, unit * 0.06, 0.25);
  drawSkyline(setting, { name: 'near', distance: 0.08, foot, height: unit * 0.17, width: unit * 0.046 });
  drawWater(setting, horizon, 0.6);
  if (theme.things.has('boat') || random.fork('boat?').chance(0.5)) {
    drawBoat(setting, [canvas.width * random.fork('boat place').between(0.3, 0.7), horizon + unit * 0.11], unit * 0.12);
  }
  if (theme.things.has('birds')) drawBirds(setting, 6);
  drawWeather(setting);
}
