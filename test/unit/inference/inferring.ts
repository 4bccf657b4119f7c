/** Runs `infer` over real HTTP with settings and ports that a test changes where it cares. */
import assert from 'node:assert/strict';
import { isImageFailure, type FailureKind, type FailureOf } from '../../../src/core/failure.ts';
import type { JobHandle } from '../../../src/core/jobHandle.ts';
import type { ImageRequest, InferredImage, ServiceSettings, Stage } from '../../../src/core/request.ts';
import { infer } from '../../../src/inference/infer.ts';
import { createLookUps, type LookUps } from '../../../src/inference/hub/lookUp.ts';
import type { Transport } from '../../../src/inference/transport.ts';
import { createUndiciTransport } from '../../../src/inference/transport/undiciTransport.ts';
import { directNetwork } from './transport/directNetwork.ts';
import { virtualClock } from './virtualClock.ts';

export const model = 'black-forest-labs/FLUX.1-schnell';
/** 8 bytes that say PNG: nobody here looks further. */
export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface Inferring {
  readonly request?: Partial<ImageRequest>;
  readonly settings?: Partial<ServiceSettings>;
  /** By origin. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly lookUps?: LookUps;
  readonly signal?: AbortSignal;
  readonly transport?: Transport;
  readonly onStage?: (stage: Stage, clock: { leap(): void }) => void;
  readonly onTaken?: () => void;
  readonly onAccepted?: (handle: JobHandle) => void;
  readonly onSettled?: (handle: JobHandle) => void;
}

export interface Inferred {
  /** Rejects as `infer` does. */
  readonly image: Promise<InferredImage>;
  readonly stages: readonly Stage[];
  /** Origins that a token was asked for. */
  readonly tokensAsked: readonly string[];
  readonly slept: readonly number[];
  /** Lets time run out, or the pause that is under way end. */
  leap(): void;
}

/** The router and the Hub are at `url`, or the endpoint that `settings` names. */
export function inferring(url: string, { tokens = {}, ...given }: Inferring = {}): Inferred {
  const stages: Stage[] = [];
  const tokensAsked: string[] = [];
  const real = given.transport ?? createUndiciTransport(directNetwork);
  const clock = virtualClock(real);
  const image = infer(
    { prompt: 'a lighthouse', model, provider: 'hf-inference', parameters: {}, ...given.request },
    {
      hubUrl: url,
      routerUrl: url,
      useCache: true,
      waitForModel: true,
      timeoutSeconds: 300,
      ...given.settings,
    },
    {
      transport: clock.transport,
      lookUps: given.lookUps ?? createLookUps(),
      async tokenFor(origin) {
        tokensAsked.push(origin);
        return tokens[origin];
      },
      onStage(stage) {
        stages.push(stage);
        given.onStage?.(stage, clock);
      },
      signal: given.signal ?? new AbortController().signal,
      ...(given.onTaken ? { onTaken: given.onTaken } : {}),
      ...(given.onAccepted ? { onAccepted: given.onAccepted } : {}),
      ...(given.onSettled ? { onSettled: given.onSettled } : {}),
    },
  );
  // A test looks at the outcome when it is ready for it.
  image.catch(() => undefined);
  return { image, stages, tokensAsked, slept: clock.slept, leap: () => clock.leap() };
}

/** The failure of that kind that a promise must reject with. */
export async function failureOf<K extends FailureKind>(kind: K, promise: Promise<unknown>): Promise<FailureOf<K>> {
  const error = await promise.then(
    () => assert.fail(`expected ${kind}, got a result`),
    (reason: unknown) => reason,
  );
  if (!isImageFailure(error)) throw error;
  assert.equal(error.failure.kind, kind, error.message);
  return error.failure as FailureOf<K>;
}
