/** Asks one place for a picture, until it takes the request or turns it away for good. */
import { ImageFailure } from '../core/failure.ts';
import type { ParameterName } from '../core/parameters.ts';
import type { ImageRequest, ServiceSettings, Stage } from '../core/request.ts';
import type { Deadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import { lateSignal } from './lateSignal.ts';
import type { Place } from './place.ts';
import { leftOut } from './providers/leftOut.ts';
import type { Order, ProviderCall } from './providers/provider.ts';
import { classify } from './reply/classify.ts';
import { writeExactJson } from './reply/exactJson.ts';
import type { NoImageReading, Reading } from './reply/reading.ts';
import { withNamedStatus } from './reply/withNamedStatus.ts';
import { nextTry, nothingTried } from './retry.ts';
import type { HttpReply, Transport } from './transport.ts';
import { watched } from './watched.ts';

/** What a place has answered: the picture, where it is, a job, or that the job has failed. */
export interface Answer {
  readonly place: Place;
  readonly reading: Exclude<Reading, NoImageReading>;
  readonly reply: HttpReply;
  /** Parameters that were set, but have no place in the call or were not looked at. */
  readonly ignored: readonly ParameterName[];
  /** The seed that was sent. */
  readonly seed?: string;
}

export interface AskPorts {
  readonly transport: Transport;
  readonly onStage: (stage: Stage) => void;
}

/** How long a job's name is waited for by whoever has cancelled, to take the job back. */
const longestWaitForName = 5_000;

/**
 * Never asks twice for a picture that might have been made: only a 503 that says loading or overloaded and a 429 are
 * asked again, within the deadline and a small number of times (`retry.ts`).
 * @param elsewhere another place can be asked instead
 * @throws {ImageFailure} the request was not taken
 */
export async function ask(
  place: Place,
  request: ImageRequest,
  settings: ServiceSettings,
  elsewhere: boolean,
  ports: AskPorts,
  deadline: Deadline,
): Promise<Answer> {
  const { provider, target, asked } = place;
  const { transport, onStage } = ports;
  let tried = nothingTried;
  let hold = false;
  for (;;) {
    const order: Order = { request, target, useCache: settings.useCache, hold };
    const call = provider.request(order);
    if (!hold) onStage({ type: 'generating' });
    const reply = await send(call, order, place, ports, deadline.signal);

    const read = isSuccess(reply) ? provider.read(reply, target) : undefined;
    const named = withNamedStatus(reply, read);
    if (read && read.type !== 'noImage' && isSuccess(named)) {
      // Whoever has cancelled meanwhile wants no picture; a job that was accepted has to be taken back.
      if (read.type !== 'pending') deadline.signal.throwIfAborted();
      return answerOf(read, reply, call, request, place);
    }

    const verdict = classify(named, asked, transport.now(), read?.type === 'noImage' ? read.problem : undefined);
    const next = nextTry(verdict, tried, {
      remainingMilliseconds: deadline.remaining(),
      waitForModel: settings.waitForModel,
      canHold: provider.canHold,
      elsewhere,
    });
    if (!next) throw new ImageFailure(verdict.failure);
    ({ tried, hold } = next);
    // Time that runs out while the model is being loaded is told as that. A call that is not held is a new picture.
    if (hold) deadline.expireAs(new ImageFailure(verdict.failure));
    onStage(next.stage);
    if (next.waitMilliseconds > 0) await transport.wait(next.waitMilliseconds, deadline.signal);
  }
}

async function send(
  { headers, body }: ProviderCall,
  order: Order,
  place: Place,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<HttpReply> {
  const { url, asked, watch, jobs } = place;
  const { transport } = ports;
  const call = {
    method: 'POST',
    url,
    headers: { ...headers, ...place.headers },
    body: writeExactJson(body),
  } as const;
  if (watch) {
    return watched(() => exchange(call, asked.token, transport, signal), order, place, watch, ports, signal);
  }
  if (!jobs?.acceptsAtOnce || !jobs.cancel) return exchange(call, asked.token, transport, signal);

  const late = lateSignal(signal, longestWaitForName, transport);
  try {
    return await exchange(call, asked.token, transport, late.signal);
  } finally {
    late.stop();
  }
}

function answerOf(
  reading: Answer['reading'],
  reply: HttpReply,
  call: ProviderCall,
  { parameters }: ImageRequest,
  place: Place,
): Answer {
  const unused = 'unused' in reading ? (reading.unused ?? []) : [];
  const ignored = [...call.ignored, ...leftOut(parameters, []).filter((name) => unused.includes(name))];
  const { seed } = parameters;
  const sent = seed === undefined || ignored.includes('seed') ? {} : { seed };
  return { place, reading, reply, ignored: [...new Set(ignored)], ...sent };
}

function isSuccess({ status }: HttpReply): boolean {
  return status >= 200 && status <= 299;
}
