/** Where a request goes, by its settings: to a server of the user's own, or to a provider behind the router. */
import { invalid } from '../core/checkRequest.ts';
import type { ImageRequest, ServiceSettings } from '../core/request.ts';
import { checkBaseUrl, checkModelId, endpointUrl } from './addresses.ts';
import type { Provider } from './providers/provider.ts';
import { endpointDialects, routedProviders } from './providers/providers.ts';

export interface Destination {
  readonly url: string;
  readonly origin: string;
  /** Host, for people. */
  readonly service: string;
  /** The setting that holds the address. */
  readonly setting: string;
  readonly provider: Provider;
  /** Of a routed provider, as the Hub names it. */
  readonly providerId?: string;
  /** Headers that only this destination gets. */
  readonly headers: Readonly<Record<string, string>>;
  /** The Hub is to be asked first whether the provider serves the model. */
  readonly hubUrl?: string;
}

/** @throws {ImageFailure} `invalidRequest` */
export function chooseDestination(request: ImageRequest, settings: ServiceSettings): Destination {
  const { endpoint } = settings;
  if (endpoint) {
    const setting = 'depict.endpoint.url';
    const url = endpointUrl(setting, endpoint.url, request.model);
    return { ...place(url), setting, provider: endpointDialects[endpoint.api], headers: {} };
  }
  const automatic = request.provider === 'auto';
  const providerId = automatic ? 'hf-inference' : request.provider;
  const provider = routedProviders.get(providerId);
  if (!provider) {
    throw invalid({ type: 'unknownProvider', provider: providerId, known: ['auto', ...routedProviders.keys()] });
  }
  const model = checkModelId(request.model);
  const setting = 'depict.routerUrl';
  return {
    ...place(`${checkBaseUrl(setting, settings.routerUrl)}${provider.route(model)}`),
    setting,
    provider,
    providerId,
    headers: billing(settings.billTo),
    ...(automatic ? { hubUrl: checkBaseUrl('depict.hubUrl', settings.hubUrl) } : {}),
  };
}

function place(url: string): Pick<Destination, 'url' | 'origin' | 'service'> {
  const { origin, host } = new URL(url);
  return { url, origin, service: host };
}

/** An organisation's name on the Hub; anything else could be a header of its own. */
function billing(billTo: string | undefined): Readonly<Record<string, string>> {
  if (!billTo) return {};
  if (!/^[\w.-]{1,100}$/.test(billTo)) throw invalid({ type: 'wrongType', name: 'depict.billTo', expected: 'text' });
  return { 'x-hf-bill-to': billTo };
}
