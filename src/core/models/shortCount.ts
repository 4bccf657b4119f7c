/** Large counts for people, as short as the Hub itself writes them: 12.3k, 1.2M. */

const units = ['', 'k', 'M', 'B'] as const;

/** At most three digits and a unit. `count`: not negative. */
export function shortCount(count: number): string {
  let value = Math.round(count);
  let unit = 0;
  // What would be rounded to a thousand is one of the next unit.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const text = unit > 0 && value < 99.95 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value));
  return `${text}${units[unit] ?? ''}`;
}
