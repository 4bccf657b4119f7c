/** Gets one picture: finds out who makes it, asks, waits, and where one of several cannot, asks the next. */
import { ImageFailure, isImageFailure, type ConnectionProblem, type Failure } from '../core/failure.ts';
import type { FallOver, ImageRequest, InferredImage, ServiceSettings } from '../core/request.ts';
import { isHuggingFace } from '../core/token/tokenRule.ts';
import { ask, type Answer } from './ask.ts';
import { startDeadline, type Deadline } from './deadline.ts';
import { chooseDestination, type Destination } from './destination.ts';
import { candidates, needsLookUp } from './hub/candidates.ts';
import type { Hub } from './hub/hub.ts';
import type { LookUps } from './hub/lookUp.ts';
import { withRelatives } from './hub/withRelatives.ts';
import { obtain, type ObtainPorts } from './obtain.ts';
import { endpointPlace, placeFor, type Place } from './place.ts';
import { tokenThatMayGo } from './tokenThatMayGo.ts';

export interface InferPorts extends ObtainPorts {
  /** Kept by the caller for as long as the transport. */
  readonly lookUps: LookUps;
  /** The token that may go to an origin, if there is one. May ask the user: the deadline starts afterwards. */
  readonly tokenFor: (origin: string) => Promise<string | undefined>;
}

/**
 * Never asks twice for a picture that might have been made. A job that was accepted is cancelled at the provider, where
 * it takes that, before this rejects as cancelled or timed out.
 * @throws {ImageFailure}
 */
export async function infer(
  request: ImageRequest,
  settings: ServiceSettings,
  ports: InferPorts,
): Promise<InferredImage> {
  if (ports.signal.aborted) throw cancelled();
  const destination = chooseDestination(request, settings);
  const token = await tokenAt(destination, ports);
  const hub = await hubOf(destination, token, ports);

  const deadline = startJobDeadline(destination, settings, ports);
  try {
    deadline.signal.throwIfAborted();
    const places =
      destination.type === 'endpoint'
        ? [endpointPlace(destination, token)]
        : await candidates(destination, token, hub, ports.lookUps, ports.transport, deadline.signal);
    const { answer, fellOver } = await askInTurn(
      places.map((place) => placeFor(place, request)),
      request,
      settings,
      ports,
      deadline,
    );
    const image = await obtain(answer, ports, deadline.signal);
    return fellOver.length > 0 ? { ...image, fellOver } : image;
  } catch (error) {
    if (destination.type === 'endpoint' || !isImageFailure(error)) throw error;
    throw await withRelatives(error, hub, ports.lookUps, ports.transport, deadline.signal);
  } finally {
    deadline.stop();
  }
}

export function cancelled(): ImageFailure {
  return new ImageFailure({ kind: 'cancelled' });
}

/** @throws {ImageFailure} `noToken` for Hugging Face, which answers nobody without one */
export async function tokenAt(
  { origin, host }: Destination,
  { tokenFor }: Pick<InferPorts, 'tokenFor'>,
): Promise<string | undefined> {
  const token = await tokenThatMayGo(origin, host, tokenFor);
  if (token === undefined && isHuggingFace(origin)) throw new ImageFailure({ kind: 'noToken', origin });
  return token;
}

/** The clock runs from here: nobody is asked for anything any more. */
export function startJobDeadline(
  { host }: Destination,
  { timeoutSeconds }: ServiceSettings,
  { signal, transport }: Pick<InferPorts, 'signal' | 'transport'>,
): Deadline {
  return startDeadline(timeoutSeconds * 1_000, signal, transport, {
    cancelled,
    expired: () => new ImageFailure({ kind: 'timedOut', seconds: timeoutSeconds, service: host }),
  });
}

/** No token is asked for where the Hub will hardly be needed: for suggestions it needs none. */
async function hubOf(destination: Destination, token: string | undefined, { tokenFor }: InferPorts): Promise<Hub> {
  if (destination.type === 'endpoint') return { url: '', token: undefined };
  const { hubUrl: url, origin: router } = destination;
  const { origin, host } = new URL(url);
  if (origin === router) return { url, token };
  return { url, token: needsLookUp(destination) ? await tokenThatMayGo(origin, host, tokenFor) : undefined };
}

interface Taken {
  readonly answer: Answer;
  readonly fellOver: readonly FallOver[];
}

/** @throws {ImageFailure} of the last place, or of the first one whose refusal another could not better */
async function askInTurn(
  places: readonly Place[],
  request: ImageRequest,
  settings: ServiceSettings,
  ports: InferPorts,
  deadline: Deadline,
): Promise<Taken> {
  const fellOver: FallOver[] = [];
  for (const [index, place] of places.entries()) {
    const elsewhere = index < places.length - 1;
    try {
      return { answer: await ask(place, request, settings, elsewhere, ports, deadline), fellOver };
    } catch (error) {
      deadline.signal.throwIfAborted();
      const provider = place.asked.provider;
      if (!elsewhere || provider === undefined || !isImageFailure(error) || !passesOn(error.failure)) throw error;
      fellOver.push({ provider, kind: error.failure.kind });
    }
  }
  throw new TypeError('Nobody to ask');
}

/**
 * Whether another provider may be asked: this one has made nothing and cannot. Not where the account, the prompt or the
 * request is at fault, and not where a connection broke after the request was on its way: it may have been taken.
 */
function passesOn(failure: Failure): boolean {
  if (failure.kind === 'offline') return unopened.includes(failure.problem);
  return failure.kind === 'providerDown' || failure.kind === 'modelNotServed';
}

const unopened: readonly ConnectionProblem[] = ['nameNotFound', 'refused', 'unreachable', 'proxy', 'certificate'];
