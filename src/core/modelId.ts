/** The names of models. */

const part = String.raw`[A-Za-z0-9_][\w.-]{0,95}`;
const plainName = new RegExp(`^(?:${part}/)?${part}$`);

/** Nothing in such a name has to be encoded in an address. `owner/name`, or a plain name as some servers have it. */
export function isModelId(model: string): boolean {
  return plainName.test(model) && !model.includes('..');
}

/** `owner/name`, as the Hub has them; other programs note the name of a checkpoint's file. */
export function isHubModel(model: string): boolean {
  return isModelId(model) && model.includes('/') && !/\.(?:safetensors|ckpt|gguf)$/i.test(model);
}
