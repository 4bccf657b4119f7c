/** Who can be asked for a picture of a model, the first choice first. */
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import type { RouterDestination } from '../destination.ts';
import { routedPlace, type Place } from '../place.ts';
import { routedProviders } from '../providers/providers.ts';
import type { Transport } from '../transport.ts';
import type { Hub } from './hub.ts';
import { isVerdict, lookUp, type LookUps } from './lookUp.ts';
import type { Served } from './served.ts';
import { isSpoken } from './spoken.ts';

/** Hugging Face's own provider knows models by their names on the Hub. */
const knowsHubNames = 'hf-inference';

/** Whether the Hub has to be asked first. */
export function needsLookUp({ wanted }: RouterDestination): boolean {
  return wanted !== knowsHubNames;
}

/**
 * One place for a provider that was asked for by name, all that Depict speaks for `auto`. An outage of the Hub does not
 * stop `auto`: there is one provider that can be asked without it.
 * @throws {ImageFailure} `modelNotServed`, naming who does serve the model; or as `lookUp`
 * @throws the signal's reason, when it is aborted
 */
export async function candidates(
  destination: RouterDestination,
  token: string | undefined,
  hub: Hub,
  lookUps: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly Place[]> {
  const { wanted, model } = destination;
  const direct: Served = { provider: knowsHubNames, id: model };
  if (!needsLookUp(destination)) return placesOf([direct], destination, token);

  const served = await lookUp(hub, model, lookUps, transport, signal).catch((error: unknown) => {
    if (wanted === 'auto' && isImageFailure(error) && !isVerdict(error)) return undefined;
    throw error;
  });
  return served ? wantedPlaces(served, destination, token, hub) : placesOf([direct], destination, token);
}

/**
 * Ids of the providers that would be asked, the first choice first. The Hub is asked in any case.
 * @throws {ImageFailure} `modelNotServed`, naming who does serve the model; or as `lookUp`
 * @throws the signal's reason, when it is aborted
 */
export async function providersOf(
  destination: RouterDestination,
  hub: Hub,
  lookUps: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const served = await lookUp(hub, destination.model, lookUps, transport, signal);
  return wantedPlaces(served, destination, undefined, hub).flatMap(({ asked }) => asked.provider ?? []);
}

/** @throws {ImageFailure} `modelNotServed` where there is none */
function wantedPlaces(
  served: readonly Served[],
  destination: RouterDestination,
  token: string | undefined,
  hub: Hub,
): readonly Place[] {
  const { wanted, model } = destination;
  const chosen = wanted === 'auto' ? served : served.filter(({ provider }) => provider === wanted);
  const places = placesOf(chosen, destination, token);
  if (places.length > 0) return places;
  throw new ImageFailure({
    kind: 'modelNotServed',
    model,
    ...(wanted === 'auto' ? {} : { provider: wanted }),
    servedBy: served.map(({ provider }) => provider),
    service: new URL(hub.url).host,
  });
}

function placesOf(
  served: readonly Served[],
  destination: RouterDestination,
  token: string | undefined,
): readonly Place[] {
  return served.flatMap(({ provider: id, ...target }) => {
    const provider = routedProviders.get(id);
    if (!provider || !isSpoken({ provider: id, ...target })) return [];
    return [routedPlace(destination, id, provider, { ...target, model: destination.model }, token)];
  });
}
