/**
 * How much of each pixel lies inside polygons, exactly: every edge adds the area to its right, row by row, and a running
 * sum along each row gives the share (the way of font-rs and stb_truetype).
 */

/** Corners as x, y, x, y…, in pixels; the last one is joined with the first. May reach past the picture. */
export type Polygon = ArrayLike<number>;

export interface Coverage {
  add(polygon: Polygon): void;
  /** Visits the pixels touched by what was added (share 0 to 1), and forgets it. */
  take(visit: (x: number, y: number, share: number) => void): void;
}

export function createCoverage(width: number, height: number): Coverage {
  // Two columns more: an edge at the right border writes past the last pixel.
  const stride = width + 2;
  const areas = new Float32Array(stride * height);
  let top = height;
  let bottom = 0;

  function add(at: number, amount: number): void {
    areas[at] = (areas[at] ?? 0) + amount;
  }

  /** The part of an edge inside one row: `amount` is its height, with the sign of its direction. */
  function addInRow(row: number, from: number, to: number, amount: number): void {
    const left = Math.min(width, Math.max(0, Math.min(from, to)));
    const right = Math.min(width, Math.max(0, Math.max(from, to)));
    const first = Math.floor(left);
    const at = row * stride + first;
    const columns = Math.ceil(right) - first;
    if (columns <= 1) {
      const inside = (left + right) / 2 - first;
      add(at, amount * (1 - inside));
      add(at + 1, amount * inside);
      return;
    }
    // The edge crosses several columns: each gets the area of its piece, what is left goes to the next one.
    const slope = 1 / (right - left);
    let before = 0;
    for (let column = 0; column < columns; column += 1) {
      const x = first + column;
      const start = Math.max(left, x);
      const end = Math.min(right, x + 1);
      const piece = (end - start) * slope;
      const covered = piece * (x + 1 - (start + end) / 2) + (start - left) * slope;
      add(at + column, amount * (covered - before));
      before = covered;
    }
    add(at + columns, amount * (1 - before));
  }

  function addEdge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const down = y1 > y0;
    const [fromX, fromY, toX, toY] = down ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (toX - fromX) / (toY - fromY);
    const [first, last] = [Math.max(0, fromY), Math.min(height, toY)];
    if (first >= last) return;
    top = Math.min(top, Math.floor(first));
    bottom = Math.max(bottom, Math.ceil(last));
    for (let row = Math.floor(first); row < last; row += 1) {
      const [start, end] = [Math.max(first, row), Math.min(last, row + 1)];
      const amount = down ? end - start : start - end;
      addInRow(row, fromX + (start - fromY) * slope, fromX + (end - fromY) * slope, amount);
    }
  }

  return {
    add(polygon) {
      // All the same way round, so that shapes that overlap add up and do not cancel out.
      const turned = area(polygon) < 0;
      for (let at = 0; at < polygon.length; at += 2) {
        const next = at + 2 < polygon.length ? at + 2 : 0;
        const [from, to] = turned ? [next, at] : [at, next];
        addEdge(polygon[from] ?? 0, polygon[from + 1] ?? 0, polygon[to] ?? 0, polygon[to + 1] ?? 0);
      }
    },
    take(visit) {
      for (let y = top; y < bottom; y += 1) {
        let sum = 0;
        for (let x = 0, at = y * stride; x < width; x += 1, at += 1) {
          sum += areas[at] ?? 0;
          const share = sum < 0 ? -sum : sum;
          if (share > 0.003) visit(x, y, share > 1 ? 1 : share);
        }
      }
      areas.fill(0, top * stride, bottom * stride);
      top = height;
      bottom = 0;
    },
  };
}

function area(polygon: Polygon): number {
  let sum = 0;
  for (let at = 0; at < polygon.length; at += 2) {
    const next = at + 2 < polygon.length ? at + 2 : 0;
    sum += (polygon[at] ?? 0) * (polygon[next + 1] ?? 0) - (polygon[next] ?? 0) * (polygon[at + 1] ?? 0);
  }
  return sum;
}
