/** How long something has been going on, in two units at most. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import { fill } from '../page/fill.ts';

/** @param milliseconds below zero counts as zero: two clocks may differ */
export function elapsed(milliseconds: number, { seconds, minutes, hours }: PageStrings['jobs']): string {
  const all = Math.max(0, Math.floor(milliseconds / 1_000));
  if (all < 60) return fill(seconds, all);
  if (all < 3_600) return fill(minutes, Math.floor(all / 60), all % 60);
  return fill(hours, Math.floor(all / 3_600), Math.floor((all % 3_600) / 60));
}
