/** What this window has asked for so far, in words. */
import { env, l10n } from 'vscode';
import type { Spend } from './spend.ts';

export function imagesWords({ images }: Pick<Spend, 'images'>): string {
  return images === 1 ? l10n.t('1 image in this window') : l10n.t('{0} images in this window', images);
}

/** What the services have told of it; empty where they tell nothing. */
export function tallyWords({ tally: { computeSeconds, billableUnits } }: Pick<Spend, 'tally'>): string {
  return [
    ...(computeSeconds === 0 ? [] : [l10n.t('{0} s of compute time', amount(computeSeconds))]),
    ...Object.entries(billableUnits).map(([provider, units]) =>
      l10n.t('{0} billable units of {1}', amount(units), provider),
    ),
  ].join(' · ');
}

function amount(value: number): string {
  return value.toLocaleString(env.language, { maximumFractionDigits: 1 });
}
