/** Asks a service for one picture and waits for it: for the model to be loaded, for a turn, for the download. */
import { ImageFailure } from '../core/failure.ts';
import type { ImageRequest, InferredImage, ServiceSettings, Stage } from '../core/request.ts';
import { isHuggingFace } from '../core/token/tokenRule.ts';
import { startDeadline, type Deadline } from './deadline.ts';
import { chooseDestination, type Destination } from './destination.ts';
import { exchange } from './exchange.ts';
import { lookUpProviders, type LookUps } from './lookUp.ts';
import { classify, type Asked } from './reply/classify.ts';
import type { ProviderCall } from './providers/provider.ts';
import { writeExactJson } from './reply/exactJson.ts';
import type { ImageReading } from './reply/findImage.ts';
import { requestIdIn } from './reply/requestIdIn.ts';
import { nextTry, nothingTried } from './retry.ts';
import { mayTravel, tokenThatMayGo } from './tokenThatMayGo.ts';
import type { HttpReply, Transport } from './transport.ts';

export interface InferPorts {
  readonly transport: Transport;
  /** Kept by the caller for as long as the transport. */
  readonly lookUps: LookUps;
  /** The token that may go to an origin, if there is one. May ask the user: the deadline starts afterwards. */
  readonly tokenFor: (origin: string) => Promise<string | undefined>;
  readonly onStage: (stage: Stage) => void;
  readonly signal: AbortSignal;
}

/**
 * Never asks twice for a picture that might have been made: only a 503 that says loading or overloaded and a 429 are
 * asked again, within `settings.timeoutSeconds` and a small number of times (`retry.ts`).
 * @throws {ImageFailure}
 */
export async function infer(
  request: ImageRequest,
  settings: ServiceSettings,
  ports: InferPorts,
): Promise<InferredImage> {
  if (ports.signal.aborted) throw cancelled();
  const destination = chooseDestination(request, settings);
  const { origin, service, providerId, hubUrl, setting } = destination;
  const token = await tokenThatMayGo(origin, service, ports.tokenFor);
  if (token === undefined && isHuggingFace(origin)) throw new ImageFailure({ kind: 'noToken', origin });
  const asked: Asked = {
    service,
    origin,
    model: request.model,
    ...(providerId === undefined ? {} : { provider: providerId }),
    ...(token === undefined ? {} : { token }),
    ...(mayTravel(origin) ? {} : { keepsTokenBack: setting }),
  };
  const hubToken = hubUrl === undefined ? undefined : await hubTokenFor(hubUrl, ports.tokenFor);

  const deadline = startDeadline(settings.timeoutSeconds * 1_000, ports.signal, ports.transport, {
    cancelled,
    expired: () => new ImageFailure({ kind: 'timedOut', seconds: settings.timeoutSeconds, service }),
  });
  try {
    deadline.signal.throwIfAborted();
    if (hubUrl !== undefined) await checkServed(hubUrl, hubToken, asked, ports, deadline.signal);
    return await askUntilAnswered(request, settings, destination, asked, ports, deadline);
  } finally {
    deadline.stop();
  }
}

function cancelled(): ImageFailure {
  return new ImageFailure({ kind: 'cancelled' });
}

function hubTokenFor(hubUrl: string, tokenFor: InferPorts['tokenFor']): Promise<string | undefined> {
  const { origin, host } = new URL(hubUrl);
  return tokenThatMayGo(origin, host, tokenFor);
}

/** @throws {ImageFailure} `modelNotServed`, naming who does serve the model */
async function checkServed(
  hubUrl: string,
  hubToken: string | undefined,
  asked: Asked,
  { lookUps, transport }: InferPorts,
  signal: AbortSignal,
): Promise<void> {
  const live = await lookUpProviders(hubUrl, asked.model, hubToken, lookUps, transport, signal);
  if (!live || (asked.provider !== undefined && live.includes(asked.provider))) return;
  const service = new URL(hubUrl).host;
  throw new ImageFailure({ kind: 'modelNotServed', model: asked.model, servedBy: live, service });
}

/** The one loop: ask, read, and where the service says "not yet", wait and ask again. */
async function askUntilAnswered(
  request: ImageRequest,
  settings: ServiceSettings,
  destination: Destination,
  asked: Asked,
  { transport, onStage }: InferPorts,
  deadline: Deadline,
): Promise<InferredImage> {
  const { url, provider, headers } = destination;
  let tried = nothingTried;
  let hold = false;
  for (;;) {
    const asking = provider.request({ request, useCache: settings.useCache, hold });
    const call = {
      method: 'POST',
      url,
      headers: { ...asking.headers, ...headers },
      body: writeExactJson(asking.body),
    } as const;
    if (!hold) onStage({ type: 'generating' });
    const reply = await exchange(call, asked.token, transport, deadline.signal);

    const read = isSuccess(reply) ? provider.read(reply) : undefined;
    if (read?.type === 'image') return unwrapped(read, reply, asking, request, destination, transport);

    const verdict = classify(reply, asked, transport.now(), read?.problem);
    const next = nextTry(verdict, tried, {
      remainingMilliseconds: deadline.remaining(),
      waitForModel: settings.waitForModel,
      canHold: provider.canHold,
    });
    if (!next) throw new ImageFailure(verdict.failure);
    ({ tried, hold } = next);
    // Time that runs out while the model is being loaded is told as that. A call that is not held is a new picture.
    if (hold) deadline.expireAs(new ImageFailure(verdict.failure));
    onStage(next.stage);
    if (next.waitMilliseconds > 0) await transport.wait(next.waitMilliseconds, deadline.signal);
  }
}

function unwrapped(
  { data, seed }: ImageReading,
  reply: HttpReply,
  { ignored }: ProviderCall,
  request: ImageRequest,
  { service, providerId }: Destination,
  transport: Transport,
): InferredImage {
  const requestId = requestIdIn(reply.headers);
  const evidence = { service, ...(requestId === undefined ? {} : { requestId }) };
  const bytes = typeof data === 'string' ? transport.decodeBase64(data) : data;
  if (!bytes) throw new ImageFailure({ kind: 'badReply', problem: 'undecodable', status: reply.status, ...evidence });
  const sent = ignored.includes('seed') ? undefined : request.parameters.seed;
  const used = seed ?? sent;
  return {
    bytes,
    ...evidence,
    provider: providerId ?? service,
    ...(used === undefined ? {} : { seed: used }),
    ignored,
  };
}

function isSuccess({ status }: HttpReply): boolean {
  return status >= 200 && status <= 299;
}
