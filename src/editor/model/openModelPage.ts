/** A model's page on the Hub, in the browser. */
import { env, Uri } from 'vscode';
import { isModelId } from '../../core/modelId.ts';

const hub = 'https://huggingface.co/';

/** The Hub's first page for what is no model's name: nothing else may become part of an address. */
export async function openModelPage(model: string): Promise<void> {
  await env.openExternal(Uri.parse(hub + (isModelId(model) ? model : '')));
}
