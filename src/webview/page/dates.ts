/** Days and moments in the user's language and time zone. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';

export interface Dates {
  /** For example `Nov 23, 2025, 4:05 PM`. @param milliseconds since 1970 */
  readonly moment: (milliseconds: number) => string;
  /** `Today`, `Yesterday`, then the date; the year where it is another one. @param day as `dayOf` tells it */
  readonly day: (day: number, now: Date) => string;
}

export function createDates(locale: string, words: Pick<PageStrings['gallery'], 'today' | 'yesterday'>): Dates {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const near = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const far = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return {
    moment: (milliseconds) => (Number.isFinite(milliseconds) ? moment.format(milliseconds) : ''),
    day(day, now) {
      if (!Number.isFinite(day)) return '';
      const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
      if (day === numberOf(now)) return words.today;
      if (day === numberOf(yesterday)) return words.yesterday;
      const date = new Date(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
      return (date.getFullYear() === now.getFullYear() ? near : far).format(date);
    },
  };
}

/** The day of a moment here, as a number that reads as its date: 20251123. @param seconds since 1970 */
export function dayOf(seconds: number): number {
  return numberOf(new Date(seconds * 1_000));
}

function numberOf(date: Date): number {
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();
}
