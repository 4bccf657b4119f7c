/** Counts the images of a session against the limit that the user has set. No clock, no settings. */

export interface SessionCount {
  /** Images that were asked for: those on their way, those that are there, and those that may have been made. */
  readonly asked: number;
  /** How many the user has said yes to, beyond the limit; 0 while nobody was asked. */
  readonly allowed: number;
}

export const nothingAsked: SessionCount = { asked: 0, allowed: 0 };

/**
 * Undefined: the user has to be asked first.
 * @param more 0 always fits: what was paid for already is picked up whatever the limit is by now
 * @param limit 0: there is none
 */
export function countWith(count: SessionCount, more: number, limit: number): SessionCount | undefined {
  const { asked, allowed } = count;
  const isPast = more > 0 && limit > 0 && asked + more > Math.max(limit, allowed);
  return isPast ? undefined : { ...count, asked: asked + more };
}

/** The user says yes to so many more, and is asked again only after another `limit`: a question each time is no use. */
export function allowing(count: SessionCount, more: number, limit: number): SessionCount {
  return { ...count, allowed: count.asked + Math.max(more, limit) };
}

/** Images that came to nothing, and cost nothing. */
export function countWithout(count: SessionCount, fewer: number): SessionCount {
  return { ...count, asked: Math.max(0, count.asked - fewer) };
}
