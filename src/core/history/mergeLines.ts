/** Makes one journal of several. */
import { parseFields, type Fields } from './parseEvent.ts';

/**
 * Each event once, as it was written, the oldest first: what this version does not know may be a later one's. Left out
 * is what was cut in the middle, and everything about a job that has ended or an image that was forgotten, but for the
 * word that it was: another window may just be merging the rest of it.
 */
export function mergeLines(lines: Iterable<string>): readonly string[] {
  const once = new Map<string, Line>();
  const over = new Set<string>();
  for (const text of lines) {
    const fields = parseFields(text);
    if (!fields) continue;
    const { id, at, type, image, job } = fields;
    once.set(typeof id === 'string' ? id : text, {
      text,
      at: typeof at === 'number' ? at : 0,
      detailOf: detailOf(fields),
    });
    if (type === 'imageForgotten' && typeof image === 'string') over.add(image);
    if (type === 'jobEnded' && typeof job === 'string') over.add(job);
  }
  const kept = [...once.values()].filter(({ detailOf }) => detailOf === undefined || !over.has(detailOf));
  return kept.toSorted((one, other) => one.at - other.at).map(({ text }) => text);
}

interface Line {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it is a detail of: nobody needs the line when that is over. */
  readonly detailOf: string | undefined;
}

function detailOf({ type, image, job }: Fields): string | undefined {
  switch (type) {
    case 'imageSaved':
    case 'imageMoved':
    case 'documentMoved':
    case 'favourite':
    case 'imageDeleted':
      return idOf(image);
    case 'jobStarted':
    case 'jobSaving':
    case 'jobAccepted':
    case 'jobSettled':
    case 'jobTaken':
    case 'jobDismissed':
      return idOf(job);
    default:
      return undefined;
  }
}

/** Of the thing itself, or of what says its id. */
function idOf(thing: unknown): string | undefined {
  const id = typeof thing === 'object' && thing !== null && 'id' in thing ? thing.id : thing;
  return typeof id === 'string' ? id : undefined;
}
