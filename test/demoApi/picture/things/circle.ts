/** A circle as a polygon fine enough that no corner shows. */
import type { Polygon } from '../coverage.ts';

export function circle([x, y]: readonly [number, number], radius: number, flatten = 1): Polygon {
  const corners = Math.max(12, Math.ceil(radius * 1.5));
  return Array.from({ length: corners * 2 }, (_zero, at) => {
    const angle = (2 * Math.PI * Math.floor(at / 2)) / corners;
    return at % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * flatten * Math.sin(angle);
  });
}
