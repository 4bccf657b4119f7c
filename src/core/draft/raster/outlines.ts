/** Shapes as straight lines, all turning the same way round, so that they add up where they overlap. */
import type { Curves } from '../font/curves.ts';

/** Five numbers a line: x0, y0, x1, y1 in pixels, downwards, and how much it counts: 1 for solid, -1 to cut out. */
export type Lines = number[];

export interface At {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
}

/** How far, in pixels, a line may stray from the curve that it stands for. */
const tolerance = 0.1;

/** A glyph with its baseline at `y`. */
export function addGlyph(lines: Lines, contours: readonly Curves[], { x, y, size }: At, weight = 1): void {
  for (const { start, curves } of contours) {
    let [fromX, fromY] = [x + start.x * size, y - start.y * size];
    for (const { control, to } of curves) {
      const [toX, toY] = [x + to.x * size, y - to.y * size];
      const [overX, overY] = [x + control.x * size, y - control.y * size];
      addQuadratic(lines, fromX, fromY, overX, overY, toX, toY, weight);
      [fromX, fromY] = [toX, toY];
    }
  }
}

/** A polygon whose corners run clockwise, as seen on the screen. */
export function addPolygon(lines: Lines, corners: readonly (readonly [x: number, y: number])[], weight = 1): void {
  let [x0, y0] = corners.at(-1) ?? [0, 0];
  for (const [x, y] of corners) {
    lines.push(x0, y0, x, y, weight);
    [x0, y0] = [x, y];
  }
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle with round corners: with a radius of half its height, a pill. */
export function addRoundedBox(lines: Lines, { x, y, width, height }: Box, radius: number, weight = 1): void {
  const r = Math.min(radius, width / 2, height / 2);
  const centres = [
    [x + width - r, y + r],
    [x + width - r, y + height - r],
    [x + r, y + height - r],
    [x + r, y + r],
  ] as const;
  const steps = stepsOfArc(r);
  const corners = centres.flatMap(([cx, cy], quarter) =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const angle = (quarter - 1 + step / steps) * (Math.PI / 2);
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const;
    }),
  );
  addPolygon(lines, corners, weight);
}

export function addCircle(lines: Lines, x: number, y: number, radius: number): void {
  addRoundedBox(lines, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }, radius);
}

function stepsOfArc(radius: number): number {
  return radius <= 0 ? 1 : Math.max(2, Math.ceil(Math.sqrt(radius / tolerance) / 2));
}

/** A line, where the control point lies on it. */
function addQuadratic(
  lines: Lines,
  fromX: number,
  fromY: number,
  overX: number,
  overY: number,
  toX: number,
  toY: number,
  weight: number,
): void {
  const bend = Math.hypot(fromX - 2 * overX + toX, fromY - 2 * overY + toY);
  const steps = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))));
  let [x0, y0] = [fromX, fromY];
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    const x = a * fromX + b * overX + c * toX;
    const y = a * fromY + b * overY + c * toY;
    lines.push(x0, y0, x, y, weight);
    [x0, y0] = [x, y];
  }
}
