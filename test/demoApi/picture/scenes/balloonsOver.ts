/** Balloons in the sky of any scene whose prompt asks for them. */
import type { Setting } from '../setting.ts';
import { drawBalloon } from '../things/balloon.ts';

export function balloonsOver(setting: Setting): void {
  const { canvas, horizon, random, theme, unit, sun } = setting;
  if (!theme.things.has('balloon')) return;
  const chance = random.fork('balloons');
  const side = sun[0] < canvas.width / 2 ? 0.68 : 0.32;
  const look = Math.floor(chance.between(0, 4));
  for (const [index, size] of [0.022, 0.032, 0.05, 0.1].entries()) {
    const x = index === 3 ? canvas.width * side : canvas.width * (chance.between(0.08, 0.46) + (side > 0.5 ? 0 : 0.46));
    const y = horizon * (index === 3 ? chance.between(0.3, 0.42) : chance.between(0.3, 0.8));
    drawBalloon(setting, [x, y], unit * size, look + index);
  }
}
