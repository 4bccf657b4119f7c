/**
 * Where everything in the grid stands, from nothing but the times: days below each other, each with its heading and its
 * rows. Ten thousand images are laid out without one of them being there.
 */

export interface GridShape {
  readonly columns: number;
  /** Pixels from one row to the next, and from one column to the next. */
  readonly pitch: number;
  /** Pixels of a cell's side. */
  readonly cell: number;
}

/** Seconds since 1970; `end` is the next day's start. */
export interface Day {
  readonly start: number;
  readonly end: number;
}

export interface DaySection {
  readonly day: Day;
  /** Index of the first image. */
  readonly from: number;
  readonly count: number;
  /** Pixels from the grid's top to the heading. */
  readonly top: number;
}

export interface GalleryLayout extends GridShape {
  readonly sections: readonly DaySection[];
  readonly total: number;
  /** Pixels. */
  readonly height: number;
}

/** Pixels of a day's heading. */
export const headingHeight = 28;
const gap = 6;
const smallestCell = 100;
const fewestColumns = 2;

/** @param width pixels that there are for the cells */
export function gridShape(width: number): GridShape {
  const columns = Math.max(fewestColumns, Math.floor((width + gap) / (smallestCell + gap)));
  const cell = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns));
  return { columns, pitch: cell + gap, cell };
}

/**
 * @param times seconds since 1970, newest first
 * @param dayOf the day of a moment
 */
export function galleryLayout(
  times: readonly number[],
  dayOf: (seconds: number) => Day,
  shape: GridShape,
): GalleryLayout {
  const sections: DaySection[] = [];
  let top = 0;
  let from = 0;
  while (from < times.length) {
    const day = dayOf(times[from] ?? 0);
    let end = from + 1;
    while (end < times.length && isWithin(times[end] ?? 0, day)) end += 1;
    sections.push({ day, from, count: end - from, top });
    top += headingHeight + Math.ceil((end - from) / shape.columns) * shape.pitch;
    from = end;
  }
  return { ...shape, sections, total: times.length, height: top };
}

export interface CellPlace {
  readonly left: number;
  readonly top: number;
}

/** Pixels from the grid's corner. */
export function placeOf(layout: GalleryLayout, section: DaySection, index: number): CellPlace {
  const at = index - section.from;
  return {
    left: (at % layout.columns) * layout.pitch,
    top: section.top + headingHeight + Math.floor(at / layout.columns) * layout.pitch,
  };
}

/** The section of an image, by halves: there may be thousands. */
export function sectionOf({ sections }: GalleryLayout, index: number): DaySection | undefined {
  return lastWhere(sections, ({ from }) => from <= index);
}

export interface VisibleSection extends DaySection {
  /** The first image that is drawn, and the one behind the last. */
  readonly first: number;
  readonly end: number;
}

/** What is drawn: all rows that reach into a stretch of the grid. @param top,bottom pixels from the grid's top */
export function visibleSections(layout: GalleryLayout, top: number, bottom: number): readonly VisibleSection[] {
  const { sections, columns, pitch } = layout;
  const start = lastWhere(sections, (section) => section.top <= top) ?? sections[0];
  const visible: VisibleSection[] = [];
  for (let at = start ? sections.indexOf(start) : 0; at < sections.length; at += 1) {
    const section = sections[at];
    if (!section || section.top > bottom) break;
    const cells = section.top + headingHeight;
    const firstRow = Math.max(0, Math.floor((top - cells) / pitch));
    const endRow = Math.max(0, Math.ceil((bottom - cells) / pitch));
    visible.push({
      ...section,
      first: Math.min(section.from + firstRow * columns, section.from + section.count),
      end: Math.min(section.from + endRow * columns, section.from + section.count),
    });
  }
  return visible;
}

function isWithin(seconds: number, { start, end }: Day): boolean {
  return seconds >= start && seconds < end;
}

function lastWhere(sections: readonly DaySection[], holds: (section: DaySection) => boolean): DaySection | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const section = sections[middle];
    if (section && holds(section)) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
