/** Conifers in the mist, row behind row. */
import { drawRange } from '../land/mountains.ts';
import { drawWood } from '../land/woods.ts';
import { drawBackdrop } from '../light/backdrop.ts';
import { drawMist, drawWeather } from '../light/weather.ts';
import type { Setting } from '../setting.ts';
import { drawBirds } from '../things/birds.ts';
import { drawCabin } from '../things/cabin.ts';
import { drawFrontPines } from '../things/frontPines.ts';
import { balloonsOver } from './balloonsOver.ts';

export function drawForest(setting: Setting): void {
  const { horizon, unit, theme, canvas, sun } = setting;
  const ground = canvas.height - horizon;
  drawBackdrop(setting);
  drawRange(setting, 'far', 0.95, unit * 0.16, canvas.height + 1);
  balloonsOver(setting);
  const rows = 5;
  for (let row = 0; row < rows; row += 1) {
    const near = row / rows;
    const line = drawWood(setting, {
      name: `row ${row}`,
      distance: 0.78 * (1 - near) ** 1.2,
      base: horizon + ground * (0.06 + 0.8 * near ** 1.2),
      rise: unit * (0.16 - 0.06 * near),
      trees: unit * (0.09 + 0.24 * near ** 1.3),
      density: 0.95 - 0.25 * near,
      bottom: canvas.height + 1,
      mist: 0.85 - 0.6 * near,
    });
    if (row === 3 && theme.things.has('cabin')) {
      const x = canvas.width * (sun[0] < canvas.width / 2 ? 0.62 : 0.38);
      drawCabin(setting, [x, line.at(x) + unit * 0.02], unit * 0.13);
    }
    drawMist(setting, line.at(canvas.width / 2) + unit * 0.07, unit * 0.1, 0.42 * (1 - near));
  }
  if (theme.things.has('birds')) drawBirds(setting, 6);
  drawWeather(setting);
  drawFrontPines(setting);
}
