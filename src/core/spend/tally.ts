/** What the pictures of a session have taken together. */
import type { Cost } from './cost.ts';

export interface Tally {
  /** Over those pictures whose service tells. */
  readonly computeSeconds: number;
  /** By who made them: a unit of one service is none of another's. */
  readonly billableUnits: Readonly<Record<string, number>>;
}

export const nothingTallied: Tally = { computeSeconds: 0, billableUnits: {} };

export function tallyWith(tally: Tally, provider: string, { computeSeconds = 0, billableUnits }: Cost): Tally {
  const before = Object.hasOwn(tally.billableUnits, provider) ? (tally.billableUnits[provider] ?? 0) : 0;
  return {
    computeSeconds: tally.computeSeconds + computeSeconds,
    billableUnits:
      billableUnits === undefined
        ? tally.billableUnits
        : { ...tally.billableUnits, [provider]: before + billableUnits },
  };
}
