/** Asks the Hub who serves a model, and under which name. */
import { isImageFailure, type ImageFailure } from '../../core/failure.ts';
import { exchange } from '../exchange.ts';
import { replyObject } from '../reply/replyObject.ts';
import type { HttpReply, Transport } from '../transport.ts';
import type { Hub } from './hub.ts';
import { startHubDeadline } from './hubDeadline.ts';
import { hubFailure } from './hubFailure.ts';
import { servedIn, type Served } from './served.ts';

/** What look-ups have told, so that a batch of images asks once. */
export interface LookUps {
  readonly known: Map<string, { readonly served: readonly Served[]; readonly at: number }>;
}

export function createLookUps(): LookUps {
  return { known: new Map() };
}

const freshFor = 5 * 60_000;

/**
 * The providers where the model is live for making images, in the user's order. What was told before counts for five
 * minutes, and longer where the Hub cannot be asked.
 * @param model checked
 * @throws {ImageFailure} `modelMissing`, `badToken`, or what keeps the Hub from answering
 * @throws the signal's reason, when it is aborted
 */
export async function lookUp(
  hub: Hub,
  model: string,
  { known }: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly Served[]> {
  const key = `${hub.url} ${model}`;
  const last = known.get(key);
  if (last && transport.now() - last.at < freshFor) return last.served;
  try {
    const served = await ask(hub, model, transport, signal);
    known.set(key, { served, at: transport.now() });
    return served;
  } catch (error) {
    signal.throwIfAborted();
    if (last && isImageFailure(error) && !isVerdict(error)) return last.served;
    throw error;
  }
}

/** The Hub has answered, and means it. */
export function isVerdict({ failure: { kind } }: ImageFailure): boolean {
  return kind === 'modelMissing' || kind === 'badToken';
}

async function ask(hub: Hub, model: string, transport: Transport, signal: AbortSignal): Promise<readonly Served[]> {
  const url = `${hub.url}/api/models/${model}?expand[]=inferenceProviderMapping`;
  const deadline = startHubDeadline(hub.url, transport, signal);
  try {
    const call = { method: 'GET', url, headers: { accept: 'application/json' } } as const;
    const reply = await exchange(call, hub.token, transport, deadline.signal);
    const served = reply.status === 200 ? servedByAnswer(reply) : undefined;
    if (!served) throw failed(reply, hub, model, transport);
    return served;
  } finally {
    deadline.stop();
  }
}

/** The Hub answers 401 for a model that does not exist, or that is private, when it is asked without a token. */
function failed(reply: HttpReply, hub: Hub, model: string, transport: Transport): ImageFailure {
  const hidden = reply.status === 401 && hub.token === undefined;
  return hubFailure(hidden ? { ...reply, status: 404 } : reply, hub, model, transport);
}

/** Undefined for anything but the Hub's answer: a captive portal says 200 as well. */
function servedByAnswer(reply: HttpReply): readonly Served[] | undefined {
  const { inferenceProviderMapping: mapping, ...rest } = replyObject(reply) ?? {};
  if (mapping === undefined || mapping === null) return 'id' in rest || '_id' in rest ? [] : undefined;
  return servedIn(mapping);
}
