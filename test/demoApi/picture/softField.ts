/** A soft quantity over an area (clouds, mist): computed on a coarse grid, read between its points. */

export interface SoftField {
  /** Places outside count as the nearest one inside. */
  at(x: number, y: number): number;
}

/** @param area left, top, width and height, in pixels. @param cell distance of the grid's points, in pixels. */
export function softField(
  [left, top, width, height]: readonly [number, number, number, number],
  cell: number,
  value: (x: number, y: number) => number,
): SoftField {
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const grid = Float32Array.from({ length: columns * rows }, (_zero, at) =>
    value(left + (at % columns) * cell, top + Math.floor(at / columns) * cell),
  );
  return {
    at(x, y) {
      const across = Math.min(columns - 1.001, Math.max(0, (x - left) / cell));
      const down = Math.min(rows - 1.001, Math.max(0, (y - top) / cell));
      const column = across | 0;
      const row = down | 0;
      const index = row * columns + column;
      const right = across - column;
      const first = grid[index] ?? 0;
      const second = grid[index + columns] ?? 0;
      const upper = first + ((grid[index + 1] ?? 0) - first) * right;
      const lower = second + ((grid[index + columns + 1] ?? 0) - second) * right;
      return upper + (lower - upper) * (down - row);
    },
  };
}
