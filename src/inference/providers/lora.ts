/** Where a provider finds the weights of an addition to a model (LoRA). */
import type { Target } from './provider.ts';

/** The public Hub, whatever the settings say: it is the provider that fetches them from there. */
export const hubOfWeights = 'https://huggingface.co';

/** The whole address of the weights, or undefined where the model is no addition. */
export function weightsUrl({ model, loraWeights }: Target): string | undefined {
  return loraWeights === undefined ? undefined : `${hubOfWeights}/${model}/resolve/main/${loraWeights}`;
}
