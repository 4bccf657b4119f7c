/** One place that can be asked for a picture, with all that is needed to ask there. */
import type { ImageRequest } from '../core/request.ts';
import type { EndpointDestination, RouterDestination } from './destination.ts';
import type { Jobs, Provider, RoutedProvider, Target, Watch } from './providers/provider.ts';
import type { Asked } from './reply/seen.ts';
import { mayTravel } from './tokenThatMayGo.ts';

export interface Place {
  /** The whole address to post to. */
  readonly url: string;
  readonly provider: Provider;
  readonly target: Target;
  /** Headers that only this place gets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly asked: Asked;
  /** What the paths of jobs, or of `watch`, go below. */
  readonly base: string;
  readonly jobs?: Jobs;
  readonly watch?: Watch;
}

export function endpointPlace(destination: EndpointDestination, token: string | undefined): Place {
  const { url, model, dialect, base, host, webUi } = destination;
  return {
    url,
    provider: dialect,
    target: { model, id: model },
    headers: {},
    asked: { ...askedAt(destination, token), service: host, ...(webUi ? { webUi } : {}) },
    base: base ?? url,
    ...(dialect.watch && base !== undefined ? { watch: dialect.watch } : {}),
  };
}

export function routedPlace(
  destination: RouterDestination,
  providerId: string,
  provider: RoutedProvider,
  target: Target,
  token: string | undefined,
): Place {
  const base = `${destination.base}${provider.prefix}`;
  // Hugging Face's own provider is the router's host to everybody; the others only stand behind it.
  const own = providerId === 'hf-inference';
  return {
    url: `${base}${provider.route(target)}`,
    provider,
    target,
    headers: destination.headers,
    asked: {
      ...askedAt(destination, token),
      service: own ? destination.host : `${providerId} (${destination.host})`,
      provider: providerId,
      ...(own ? {} : { listed: true }),
    },
    base,
    ...(provider.jobs ? { jobs: provider.jobs } : {}),
  };
}

/** The same place, asked for this: what the user has written is known where the service's words are read. */
export function placeFor(place: Place, { prompt, parameters }: Pick<ImageRequest, 'prompt' | 'parameters'>): Place {
  const { negativePrompt = [], scheduler = '' } = parameters;
  const sent = [prompt, ...negativePrompt, negativePrompt.join(', '), scheduler, place.target.id];
  return { ...place, asked: { ...place.asked, sent: sent.filter((one) => one !== '') } };
}

function askedAt(
  { origin, model, setting }: EndpointDestination | RouterDestination,
  token: string | undefined,
): Omit<Asked, 'service'> {
  return {
    origin,
    model,
    ...(token === undefined ? {} : { token }),
    ...(mayTravel(origin) ? {} : { keepsTokenBack: setting }),
  };
}
