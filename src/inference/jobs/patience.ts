/** When a job is looked at again. No clock, no network. */

/** After a look that failed. Together about a minute: longer than a provider takes to start anew. */
const troublePauses = [1, 2, 4, 8, 15, 30];

/** A longer Retry-After would outlast the user's own patience. */
const longestAfter = 60;

/** Looks that may fail one after the other. */
export const mostTroubles = troublePauses.length;

/** Milliseconds. */
export function pauseBefore(looks: number, pauses: readonly number[]): number {
  return pauses[Math.min(looks, pauses.length - 1)] ?? 5_000;
}

/** Milliseconds. @param after seconds that the service asks for */
export function troublePause(troubles: number, after: number): number {
  return Math.max(troublePauses[troubles] ?? longestAfter, Math.min(after, longestAfter)) * 1_000;
}

/** What an answer about a job should tell: how it is doing, its picture, or why it has failed. */
export type Look = 'status' | 'result' | 'whyFailed';

/** Whether a status may be another one in a moment. A 500 for the result is the job's own failure. */
export function isTransient(status: number, look: Look): boolean {
  if (look === 'whyFailed') return false;
  return [408, 425, 429, 502, 503, 504].includes(status) || (status === 500 && look === 'status');
}
