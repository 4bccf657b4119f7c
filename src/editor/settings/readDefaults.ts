/** What counts where the sidebar's form is empty, as texts: settings of a wrong type are told when an image is asked for. */
import { workspace, type Uri } from 'vscode';
import { endpointApis, type EndpointApi } from '../../core/request.ts';
import { parameterFields } from '../../core/sidebar/formValues.ts';
import type { FormSnapshot } from '../../core/sidebar/viewState.ts';

export interface Defaults {
  readonly texts: FormSnapshot['defaults'];
  /** The user's own server, where every request goes there. */
  readonly endpoint: { readonly url: string; readonly api: EndpointApi } | undefined;
}

export function readDefaults(scope: Uri | undefined): Defaults {
  const config = workspace.getConfiguration('depict', scope ?? null);
  const text = (key: string): string => textOf(config.get(key));
  const texts = Object.fromEntries(parameterFields.map((name) => [name, text(`parameters.${name}`)]));
  const url = text('endpoint.url').trim();
  const api = endpointApis.find((one) => one === text('endpoint.api'));
  return {
    texts: { ...texts, model: text('model'), provider: text('provider') } as FormSnapshot['defaults'],
    endpoint: api && URL.canParse(url) ? { url, api } : undefined,
  };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
