/** Asks the Hub which providers serve a model. */
import { ImageFailure, isImageFailure } from '../core/failure.ts';
import { startDeadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import { classify } from './reply/classify.ts';
import { replyContent } from './reply/replyContent.ts';
import type { HttpReply, Transport } from './transport.ts';

/** What look-ups have told, so that a batch of images asks once. */
export interface LookUps {
  readonly known: Map<string, { readonly providers: readonly string[]; readonly at: number }>;
}

export function createLookUps(): LookUps {
  return { known: new Map() };
}

const longestLookUp = 10_000;
const freshFor = 5 * 60_000;

/**
 * The ids of the providers where the model is live for making images, in the user's order. Undefined where the Hub
 * cannot be asked: an outage of the Hub must not stop those who can still be reached, so the caller goes on without.
 * @param hubUrl checked, without trailing slash
 * @param model checked
 * @throws {ImageFailure} `modelMissing`, `badToken`
 * @throws the signal's reason, when it is aborted
 */
export async function lookUpProviders(
  hubUrl: string,
  model: string,
  token: string | undefined,
  lookUps: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const key = `${hubUrl} ${model}`;
  const known = lookUps.known.get(key);
  if (known && transport.now() - known.at < freshFor) return known.providers;

  const url = `${hubUrl}/api/models/${model}?expand[]=inferenceProviderMapping`;
  const reply = await ask(url, token, transport, signal);
  if (reply?.status === 401 || reply?.status === 404) throw missing(reply, url, model, token, transport);
  const providers = reply?.status === 200 ? liveProviders(reply) : undefined;
  if (providers) lookUps.known.set(key, { providers, at: transport.now() });
  return providers;
}

/** Undefined where there is no answer in good time. */
async function ask(
  url: string,
  token: string | undefined,
  transport: Transport,
  signal: AbortSignal,
): Promise<HttpReply | undefined> {
  const deadline = startDeadline(longestLookUp, signal, transport, { expired: () => tooSlow });
  try {
    return await exchange(
      { method: 'GET', url, headers: { accept: 'application/json' } },
      token,
      transport,
      deadline.signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error === tooSlow || isImageFailure(error)) return undefined;
    throw error;
  } finally {
    deadline.stop();
  }
}

const tooSlow = Symbol('the Hub is too slow');

/** The Hub answers 401 for a model that does not exist, or that is private, when it is asked without a token. */
function missing(reply: HttpReply, url: string, model: string, token: string | undefined, transport: Transport): Error {
  const { host, origin } = new URL(url);
  const asked = { service: host, origin, model, ...(token === undefined ? {} : { token }) };
  const { failure } = classify(token === undefined ? { ...reply, status: 404 } : reply, asked, transport.now());
  return new ImageFailure(failure);
}

/** Undefined for anything but the Hub's answer: a captive portal says 200 as well. */
function liveProviders(reply: HttpReply): readonly string[] | undefined {
  const content = replyContent(reply);
  if (content.type !== 'json' || typeof content.value !== 'object' || content.value === null) return undefined;
  const { inferenceProviderMapping: mapping, ...rest } = content.value as Readonly<Record<string, unknown>>;
  if (mapping === undefined || mapping === null) return 'id' in rest || '_id' in rest ? [] : undefined;
  return entriesOf(mapping).flatMap(({ provider, status, task }) =>
    typeof provider === 'string' && status === 'live' && task === 'text-to-image' ? [provider] : [],
  );
}

/** One model's mapping is an object by provider; in listings, and sometimes here, it is a list. */
function entriesOf(mapping: unknown): readonly Readonly<Record<string, unknown>>[] {
  const entries: readonly unknown[] = Array.isArray(mapping)
    ? mapping
    : Object.entries(mapping as object).map(([provider, entry]) => ({ ...(entry as object), provider }));
  return entries.filter((entry) => typeof entry === 'object' && entry !== null) as readonly Readonly<
    Record<string, unknown>
  >[];
}
