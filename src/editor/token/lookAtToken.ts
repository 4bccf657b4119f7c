/** Asks the Hub about a token before it is stored. The token goes to nobody but those it is for. */
import type { TokenLook } from '../../core/account/tokenLook.ts';
import { isImageFailure } from '../../core/failure.ts';
import { isHuggingFace } from '../../core/token/tokenRule.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import { huggingFace } from './huggingFacePages.ts';

/** @throws the signal's reason, when it is aborted */
export type LookAtToken = (origin: string, token: string, signal: AbortSignal) => Promise<TokenLook>;

export function createTokenLook(engine: Pick<LazyEngine, 'load'>, environment: EnvironmentAddresses): LookAtToken {
  return async (origin, token, signal) => {
    const hubUrl = hubOf(origin, environment);
    if (hubUrl === undefined) return { type: 'nobodyToAsk' };
    try {
      const account = await (await engine.load()).whoAmI(hubUrl, token, signal);
      return { type: 'accepted', account };
    } catch (error) {
      signal.throwIfAborted();
      if (!isImageFailure(error)) throw error;
      const { failure } = error;
      return failure.kind === 'badToken' ? { type: 'refused' } : { type: 'unchecked', failure };
    }
  };
}

/** The Hub that knows the tokens of an origin, if there is one. */
function hubOf(origin: string, environment: EnvironmentAddresses): string | undefined {
  if (isHuggingFace(origin)) return huggingFace;
  try {
    const { hubUrl } = readSettings(undefined, environment).service;
    return new URL(hubUrl).origin === origin ? hubUrl : undefined;
  } catch {
    // Settings that cannot be used are told when an image is asked for.
    return undefined;
  }
}
