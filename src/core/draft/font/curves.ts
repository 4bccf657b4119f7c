/** A glyph's outline as curves, ready to be drawn at any size. */
import type { Contour, OutlinePoint } from './readOutline.ts';

type Point = Pick<OutlinePoint, 'x' | 'y'>;

/** A closed line of quadratic curves. A straight piece is one too, with its control point in the middle. */
export interface Curves {
  readonly start: Point;
  readonly curves: readonly { readonly control: Point; readonly to: Point }[];
}

/** @param scale of the outline's units to those that are wanted */
export function curvesOf(contour: Contour, scale: number): Curves | undefined {
  const points = withMiddles(contour);
  const first = points.findIndex(({ onCurve }) => onCurve);
  if (first === -1) return undefined;
  const turned = [...points.slice(first), ...points.slice(0, first + 1)].map(({ x, y, onCurve }) => ({
    x: x * scale,
    y: y * scale,
    onCurve,
  }));
  const [start, ...rest] = turned;
  if (!start) return undefined;
  const curves: { readonly control: Point; readonly to: Point }[] = [];
  let control: Point | undefined;
  let from: Point = start;
  for (const point of rest) {
    if (!point.onCurve) {
      control = point;
      continue;
    }
    curves.push({ control: control ?? middle(from, point), to: point });
    control = undefined;
    from = point;
  }
  return { start, curves };
}

/** With the points that lie unsaid between two control points. */
function withMiddles(contour: Contour): Contour {
  return contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length];
    return !next || point.onCurve || next.onCurve ? [point] : [point, { ...middle(point, next), onCurve: true }];
  });
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
