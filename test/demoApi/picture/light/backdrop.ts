/** Everything behind the land: sky, stars, sun or moon, northern lights. */
import type { Setting } from '../setting.ts';
import { drawAurora } from './aurora.ts';
import { drawDisc } from './disc.ts';
import { drawSky } from './sky.ts';
import { drawStars } from './stars.ts';

export function drawBackdrop(setting: Setting): void {
  const { time, things, weather } = setting.theme;
  drawSky(setting);
  if (time === 'night' && (weather === 'clear' || weather === 'cloudy' || weather === 'snow')) drawStars(setting);
  if (things.has('aurora')) drawAurora(setting);
  else drawDisc(setting);
}
