/** Days and moments in the user's language and time zone. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { Day } from '../gallery/layout.ts';

export interface Dates {
  /** For example `Nov 23, 2025, 4:05 PM`. @param milliseconds since 1970 */
  readonly moment: (milliseconds: number) => string;
  /** `Today`, `Yesterday`, then the date; the year where it is another one. @param start of the day, as `dayOf` tells it */
  readonly day: (start: number, now: Date) => string;
}

export function createDates(locale: string, words: Pick<PageStrings['gallery'], 'today' | 'yesterday'>): Dates {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const near = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const far = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return {
    moment: (milliseconds) => (Number.isFinite(milliseconds) ? moment.format(milliseconds) : ''),
    day(start, now) {
      if (!Number.isFinite(start)) return '';
      if (start === midnight(now, 0)) return words.today;
      if (start === midnight(now, -1)) return words.yesterday;
      const date = new Date(start * 1_000);
      return (date.getFullYear() === now.getFullYear() ? near : far).format(date);
    },
  };
}

/** The day of a moment in this place: from its midnight to the next one, in seconds since 1970. */
export function dayOf(seconds: number): Day {
  const date = new Date(seconds * 1_000);
  return { start: midnight(date, 0), end: midnight(date, 1) };
}

/** Some days later. Days have 23 to 25 hours: the calendar counts them. */
function midnight(date: Date, daysLater: number): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater).getTime() / 1_000;
}
