/** Where requests go, by the settings: to a server of the user's own, or to providers behind the router. */
import { invalid } from '../core/checkRequest.ts';
import type { ImageRequest, ServiceSettings } from '../core/request.ts';
import { providerChoices } from '../core/services.ts';
import { checkBaseUrl, checkModelId, endpointUrl, urlBelow } from './addresses.ts';
import type { EndpointDialect } from './providers/provider.ts';
import { endpointDialects, routedProviders } from './providers/providers.ts';

interface Common {
  readonly origin: string;
  /** For people. */
  readonly host: string;
  /** The setting that holds the address. */
  readonly setting: string;
  readonly model: string;
}

export interface EndpointDestination extends Common {
  readonly type: 'endpoint';
  /** The whole address to post to. */
  readonly url: string;
  /** What the paths of `Watch` go below; missing where the settings have the whole address. */
  readonly base?: string;
  readonly dialect: EndpointDialect;
  readonly webUi: boolean;
}

export interface RouterDestination extends Common {
  readonly type: 'router';
  /** Without trailing slash. */
  readonly base: string;
  /** Without trailing slash. */
  readonly hubUrl: string;
  /** A provider's id, or `auto`. */
  readonly wanted: string;
  /** Headers that every call to the router gets. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Destination = EndpointDestination | RouterDestination;

/** @throws {ImageFailure} `invalidRequest` */
export function chooseDestination(
  { model, provider }: Pick<ImageRequest, 'model' | 'provider'>,
  settings: ServiceSettings,
): Destination {
  return settings.endpoint
    ? endpointDestination(model, settings.endpoint)
    : routerDestination(model, provider, settings);
}

function endpointDestination(
  model: string,
  { url: given, api }: NonNullable<ServiceSettings['endpoint']>,
): EndpointDestination {
  const setting = 'depict.endpoint.url';
  const dialect = endpointDialects[api];
  const { path } = dialect;
  const url = path === undefined ? endpointUrl(setting, given, model) : urlBelow(setting, given, path);
  const base = path === undefined ? {} : { base: url.slice(0, -path.length) };
  return { type: 'endpoint', ...ends(url), setting, model, url, ...base, dialect, webUi: api === 'automatic1111' };
}

/**
 * @param wanted a provider's id, or `auto`
 * @throws {ImageFailure} `invalidRequest`
 */
export function routerDestination(model: string, wanted: string, settings: ServiceSettings): RouterDestination {
  if (wanted !== 'auto' && !routedProviders.has(wanted)) {
    throw invalid({ type: 'unknownProvider', provider: wanted, known: providerChoices });
  }
  const setting = 'depict.routerUrl';
  const base = checkBaseUrl(setting, settings.routerUrl);
  return {
    type: 'router',
    ...ends(base),
    setting,
    model: checkModelId(model),
    base,
    hubUrl: checkBaseUrl('depict.hubUrl', settings.hubUrl),
    wanted,
    headers: billing(settings.billTo),
  };
}

function ends(url: string): Pick<Common, 'origin' | 'host'> {
  const { origin, host } = new URL(url);
  return { origin, host };
}

/** An organisation's name on the Hub; anything else could be a header of its own. */
function billing(billTo: string | undefined): Readonly<Record<string, string>> {
  if (!billTo) return {};
  if (!/^[\w.-]{1,100}$/.test(billTo)) throw invalid({ type: 'wrongType', name: 'depict.billTo', expected: 'text' });
  return { 'x-hf-bill-to': billTo };
}
