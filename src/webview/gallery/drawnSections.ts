/** Which cells of the grid are drawn: those in sight, and always the one that has the focus, wherever it is. */
import { sectionOf, visibleSections, type DaySection, type GalleryLayout } from './layout.ts';

export interface DrawnSection extends DaySection {
  /** Indices of images, in order. */
  readonly cells: readonly number[];
}

/** @param top,bottom pixels from the grid's top */
export function drawnSections(
  layout: GalleryLayout,
  top: number,
  bottom: number,
  active: number,
): readonly DrawnSection[] {
  const drawn = visibleSections(layout, top, bottom).map(({ first, end, ...section }) => ({
    ...section,
    cells: Array.from({ length: end - first }, (_, at) => first + at),
  }));
  const home = sectionOf(layout, active);
  if (!home || active >= layout.total || drawn.some(({ cells }) => cells.includes(active))) return drawn;
  const others = drawn.filter(({ from }) => from !== home.from);
  const cells = [...(drawn.find(({ from }) => from === home.from)?.cells ?? []), active];
  return [...others, { ...home, cells: cells.toSorted((a, b) => a - b) }].toSorted((a, b) => a.from - b.from);
}
