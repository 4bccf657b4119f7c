/** Range behind range, with woods in the valley. */
import { drawMassif, drawRange } from '../land/mountains.ts';
import { drawWood } from '../land/woods.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawCabin } from '../things/cabin.ts';
import { drawCastle } from '../things/castle.ts';
import { drawFrontPines } from '../things/frontPines.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawMountains(setting: Setting): void {
  const { horizon, unit, theme, canvas, sun } = setting;
  const below = horizon + unit * 0.25;
  drawBackdrop(setting);
  drawRange(setting, 'farthest', 1, unit * 0.26, below);
  drawRange(setting, 'far', 0.78, unit * 0.2, below);
  drawMassif(setting, 'massif', unit * 0.52, below);
  balloonsOver(setting);
  drawMist(setting, horizon + unit * 0.02, unit * 0.13, 0.6);
  const wood = { density: 0.85, rise: unit * 0.1, bottom: canvas.height + 1 } as const;
  const open = canvas.width * (sun[0] < canvas.width / 2 ? 0.67 : 0.33);
  // Before the wood in the valley, which hides the foot of its rock.
  if (theme.things.has('castle')) drawCastle(setting, [open, horizon + unit * 0.02], unit * 0.3);
  drawWood(setting, {
    ...wood,
    name: 'valley',
    distance: 0.52,
    base: horizon + unit * 0.1,
    trees: unit * 0.055,
    mist: 0.7,
  });
  drawMist(setting, horizon + unit * 0.17, unit * 0.07, 0.4);
  const near = drawWood(setting, {
    ...wood,
    name: 'wood',
    distance: 0.26,
    base: horizon + unit * 0.24,
    trees: unit * 0.1,
    mist: 0.5,
  });
  if (theme.things.has('cabin')) drawCabin(setting, [open, near.at(open) + unit * 0.015], unit * 0.11);
  drawWood(setting, {
    ...wood,
    name: 'close',
    distance: 0.1,
    base: horizon + unit * 0.4,
    trees: unit * 0.17,
    mist: 0.25,
  });
  if (theme.things.has('birds')) drawBirds(setting, 7);
  drawWeather(setting);
  drawFrontPines(setting);
}
