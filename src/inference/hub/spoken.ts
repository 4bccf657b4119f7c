/** Whether Depict can ask a provider for a model that the Hub says it serves. */
import { routedProviders } from '../providers/providers.ts';
import type { Served } from './served.ts';

/** An addition to a model needs a provider that takes one along. */
export function isSpoken({ provider: id, loraWeights }: Served): boolean {
  const provider = routedProviders.get(id);
  return provider !== undefined && (loraWeights === undefined || provider.takesLora);
}
