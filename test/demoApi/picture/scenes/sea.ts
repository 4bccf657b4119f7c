/** The open sea, with islands, a headland, and what stands or sails there. */
import { drawHeadland } from '../land/headland.ts';
import { drawRange } from '../land/mountains.ts';
import { drawWater } from '../land/water.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawBoat } from '../things/boat.ts';
import { drawCabin } from '../things/cabin.ts';
import { drawLighthouse } from '../things/lighthouse.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawSea(setting: Setting): void {
  const { horizon, unit, theme, canvas, random, sun } = setting;
  const { width, height } = canvas;
  const chance = random.fork('sea');
  const fromLeft = sun[0] > width / 2;
  const foot = horizon + (height - horizon) * 0.42;
  drawBackdrop(setting);
  if (chance.chance(0.7)) drawRange(setting, 'coast', 0.95, unit * 0.07, horizon + 1);
  drawMist(setting, horizon - unit * 0.01, unit * 0.05, 0.4);
  balloonsOver(setting);
  const isle = { name: 'isle', fromLeft: !fromLeft, top: horizon - unit * 0.05, foot: horizon, distance: 0.62 };
  if (chance.chance(0.55)) drawHeadland(setting, { ...isle, tip: fromLeft ? width * 0.84 : width * 0.16 });
  drawWater(setting, horizon, theme.weather === 'storm' ? 0.05 : 0.45);
  if (theme.things.has('boat') || (!theme.things.has('lighthouse') && chance.chance(0.6))) {
    drawBoat(
      setting,
      [width * (fromLeft ? chance.between(0.52, 0.72) : chance.between(0.28, 0.48)), horizon + unit * 0.055],
      unit * 0.13,
    );
  }
  const tip = width * (fromLeft ? chance.between(0.36, 0.44) : chance.between(0.56, 0.64));
  const line = drawHeadland(setting, {
    name: 'headland',
    fromLeft,
    tip,
    top: horizon - unit * 0.06,
    foot,
    distance: 0.12,
  });
  const place = fromLeft ? tip * 0.56 : width - (width - tip) * 0.56;
  if (theme.things.has('lighthouse')) drawLighthouse(setting, [place, line.at(place) + unit * 0.012], unit * 0.42);
  if (theme.things.has('cabin')) {
    const beside = fromLeft ? tip * 0.2 : width - (width - tip) * 0.2;
    drawCabin(setting, [beside, line.at(beside) + unit * 0.008], unit * 0.1);
  }
  if (theme.things.has('birds') || chance.chance(0.75)) drawBirds(setting, 7);
  drawWeather(setting);
}
