/** What one picture has taken of its service, as far as that tells. Never money: no service here says that. */

export interface Cost {
  /** Seconds of work that the service counts. */
  readonly computeSeconds?: number;
  /** What the service bills by, in units of its own: pictures, megapixels. */
  readonly billableUnits?: number;
}

/** Undefined where nothing is known. Of what was read back, anything that is no amount is left out. */
export function costIn(value: unknown): Cost | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { computeSeconds, billableUnits } = value as Readonly<Record<string, unknown>>;
  const cost: Cost = {
    ...(isAmount(computeSeconds) ? { computeSeconds } : {}),
    ...(isAmount(billableUnits) ? { billableUnits } : {}),
  };
  return Object.keys(cost).length === 0 ? undefined : cost;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
