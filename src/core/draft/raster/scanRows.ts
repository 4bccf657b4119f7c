/**
 * How much of each pixel shapes cover, row by row from the top: exact areas, for smooth edges, in the memory of one row.
 */
import type { Lines } from './outlines.ts';

export interface Coverage {
  /** 0 to 1 for each pixel of the row. Valid until the next row. */
  readonly values: Float32Array;
  /** The first pixel that may be covered, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Undefined for a row without any shape. Rows must be asked for in their order. */
export type ScanRow = (row: number) => Coverage | undefined;

/**
 * Lines from their upper ends, five numbers each as in `field`: tens of thousands for a long text, so no objects.
 */
type SortedLines = Float64Array;

/** `weight` is negative for a line that was drawn downwards: what is right of it lies outside the shape. */
const field = { x: 0, top: 1, bottom: 2, slope: 3, weight: 4 } as const;
const fields = 5;

export function scanRows(lines: Lines, width: number): ScanRow {
  const sorted = sortedLines(lines);
  /** Where the lines begin that cross the row. */
  const active: number[] = [];
  let next = 0;
  /** What each pixel adds to the sum of those before it. Two more than pixels: a line at the right edge spills over. */
  const steps = new Float32Array(width + 2);
  const values = new Float32Array(width);

  function update(row: number): void {
    let kept = 0;
    for (const line of active) if (at(sorted, line + field.bottom) > row) active[kept++] = line;
    active.length = kept;
    for (; next < sorted.length && at(sorted, next + field.top) < row + 1; next += fields) {
      if (at(sorted, next + field.bottom) > row) active.push(next);
    }
  }

  return (row) => {
    update(row);
    if (active.length === 0) return undefined;
    let from = width;
    let to = 0;
    for (const line of active) {
      const top = at(sorted, line + field.top);
      const upper = Math.max(row, top);
      const lower = Math.min(row + 1, at(sorted, line + field.bottom));
      const x = at(sorted, line + field.x);
      const slope = at(sorted, line + field.slope);
      const x0 = within(x + (upper - top) * slope, width);
      const x1 = within(x + (lower - top) * slope, width);
      const left = Math.min(x0, x1);
      const right = Math.max(x0, x1);
      addStep(steps, left, right, (lower - upper) * at(sorted, line + field.weight));
      from = Math.min(from, Math.floor(left));
      to = Math.max(to, Math.ceil(right) + 1);
    }
    to = Math.min(to, width);
    let sum = 0;
    for (let x = from; x < to; x += 1) {
      sum += steps[x] ?? 0;
      values[x] = sum > 1 ? 1 : sum < 0 ? 0 : sum;
    }
    steps.fill(0, from, to + 2);
    return { values, from, to };
  };
}

function within(x: number, width: number): number {
  return x < 0 ? 0 : x > width ? width : x;
}

/**
 * A line that crosses a row from `x0` to `x1` covers what lies to its right: pixels that it passes through in part, all
 * others whole. `height` is that of the crossing, with its sign.
 */
function addStep(steps: Float32Array, x0: number, x1: number, height: number): void {
  const first = Math.floor(x0);
  const last = Math.floor(x1);
  if (first === last) {
    const uncovered = (x0 + x1) / 2 - first;
    add(steps, first, height * (1 - uncovered));
    add(steps, first + 1, height * uncovered);
    return;
  }
  const perPixel = height / (x1 - x0);
  let covered = 0;
  let left = x0;
  /** Of the pixel before, how much of its width to the right of the line is still to be added in the next. */
  let rest = 0;
  for (let at = first; at <= last; at += 1) {
    const right = Math.min(at + 1, x1);
    const crossed = (right - left) * perPixel;
    const share = 1 - ((left + right) / 2 - at);
    add(steps, at, rest + crossed * share);
    rest = crossed * (1 - share);
    covered += crossed;
    left = right;
  }
  add(steps, last + 1, height - covered + rest);
}

function add(steps: Float32Array, at: number, value: number): void {
  steps[at] = (steps[at] ?? 0) + value;
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}

function sortedLines(lines: Lines): SortedLines {
  const order: number[] = [];
  for (let line = 0; line < lines.length; line += fields) {
    if (at(lines, line + 1) !== at(lines, line + 3)) order.push(line);
  }
  const topOf = (line: number): number => Math.min(at(lines, line + 1), at(lines, line + 3));
  order.sort((one, other) => topOf(one) - topOf(other));
  const sorted = new Float64Array(order.length * fields);
  let place = 0;
  for (const line of order) {
    const [start, end] = [at(lines, line + 1), at(lines, line + 3)];
    const isDown = start < end;
    sorted[place + field.x] = at(lines, isDown ? line : line + 2);
    sorted[place + field.top] = isDown ? start : end;
    sorted[place + field.bottom] = isDown ? end : start;
    sorted[place + field.slope] = (at(lines, line + 2) - at(lines, line)) / (end - start);
    sorted[place + field.weight] = at(lines, line + 4) * (isDown ? -1 : 1);
    place += fields;
  }
  return sorted;
}
