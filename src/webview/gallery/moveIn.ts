/** Where the keys lead to in the grid. */
import { stepTo } from '../images/stepTo.ts';
import { sectionOf, type GalleryLayout } from './layout.ts';

/**
 * @param rows how many rows a page has
 * @returns the index that the key leads to; undefined for keys that do not move
 */
export function moveIn(layout: GalleryLayout, index: number, key: string, rows: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return rowAway(layout, index, -1);
    case 'ArrowDown':
      return rowAway(layout, index, 1);
    case 'PageUp':
      return rowAway(layout, index, -Math.max(1, rows));
    case 'PageDown':
      return rowAway(layout, index, Math.max(1, rows));
    default:
      return stepTo(key, index, layout.total);
  }
}

/** The same column some rows away, across days; the end of a row that is too short, and the first or last row at most. */
function rowAway(layout: GalleryLayout, index: number, rows: number): number {
  let at = index;
  for (let left = Math.abs(rows); left > 0; left -= 1) {
    const next = nextRow(layout, at, index, Math.sign(rows));
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** @param start where the move began: its column is kept through short rows */
function nextRow(layout: GalleryLayout, index: number, start: number, direction: number): number | undefined {
  const { columns } = layout;
  const section = sectionOf(layout, index);
  const startSection = sectionOf(layout, start);
  if (!section || !startSection) return undefined;
  const column = (start - startSection.from) % columns;
  const row = Math.floor((index - section.from) / columns) + direction;
  const rowsHere = Math.ceil(section.count / columns);
  if (row >= 0 && row < rowsHere) return cellIn(section, row, column, columns);
  const other = sectionOf(layout, direction > 0 ? section.from + section.count : section.from - 1);
  if (!other || other === section) return undefined;
  return cellIn(other, direction > 0 ? 0 : Math.ceil(other.count / columns) - 1, column, columns);
}

function cellIn(
  { from, count }: { from: number; count: number },
  row: number,
  column: number,
  columns: number,
): number {
  return from + Math.min(count - 1, row * columns + column);
}
