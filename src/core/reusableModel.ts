/** Which of the models that images name can be asked for again. */
import { isHubModel, isModelId } from './modelId.ts';
import type { EndpointApi } from './request.ts';

/**
 * Other programs note the name of a checkpoint's file, which only AUTOMATIC1111 understands; one that it does not have it
 * passes over (its `process_images`).
 * @param api of the user's own server, where every request goes there
 * @returns undefined for what no service would know
 */
export function reusableModel(model: string | undefined, api: EndpointApi | undefined): string | undefined {
  if (model === undefined) return undefined;
  return isHubModel(model) || (api === 'automatic1111' && isModelId(model)) ? model : undefined;
}
