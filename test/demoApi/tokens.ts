/**
 * Tokens and what they may do. No token at all is welcome, unless the server was started with `requireToken`.
 *   hf_demo…       good; hf_demo_gated… may also use gated models; what else the name says: hub/account.ts
 *   hf_forbidden…  valid, without the permission to call Inference Providers: 403
 *   hf_broke…      valid, without credit: 402
 *   anything else  unknown: 401
 */
import { errorReply } from './server/reply.ts';
import type { Reply } from './server/reply.ts';
import type { Call } from './server/call.ts';
import { headerOf } from './server/call.ts';
import type { Model } from './models.ts';

export type TokenState = 'none' | 'good' | 'gatedToo' | 'forbidden' | 'broke' | 'unknown' | 'malformed';

const known: readonly (readonly [prefix: string, state: TokenState])[] = [
  ['hf_demo_gated', 'gatedToo'],
  ['hf_demo', 'good'],
  ['hf_forbidden', 'forbidden'],
  ['hf_broke', 'broke'],
];

export function tokenState(call: Call): TokenState {
  const header = headerOf(call, 'authorization');
  if (header === undefined) return 'none';
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  if (token === undefined) return 'malformed';
  return known.find(([prefix]) => token.startsWith(prefix))?.[1] ?? 'unknown';
}

/** Why this caller may not make a picture, if so. */
export function refusal(call: Call, requireToken: boolean): Reply | undefined {
  const state = tokenState(call);
  return state === 'none' && !requireToken ? undefined : refusals[state];
}

const wordsForStrangers = 'Invalid username or password.';

/** The answer to a caller whose token nobody knows. */
export const unknownCaller: Reply = errorReply(401, wordsForStrangers, {
  'x-error-message': wordsForStrangers,
  'www-authenticate': 'Bearer realm="Authentication required"',
});

const refusals: Readonly<Record<TokenState, Reply | undefined>> = {
  none: unknownCaller,
  unknown: unknownCaller,
  malformed: errorReply(401, 'Invalid credentials in Authorization header'),
  forbidden: errorReply(
    403,
    'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user demo',
  ),
  broke: errorReply(
    402,
    'You have depleted your monthly included credits. Purchase pre-paid credits to continue using Inference Providers. Alternatively, subscribe to PRO to get 20x more included usage.',
  ),
  good: undefined,
  gatedToo: undefined,
};

/** Why this caller may not use this model, if so: gated models want a token whose owner has accepted their terms. */
export function gateRefusal(call: Call, model: Model): Reply | undefined {
  if (model.gated === false) return undefined;
  const state = tokenState(call);
  if (state === 'gatedToo') return undefined;
  const restricted = `Access to model ${model.id} is restricted`;
  return state === 'none'
    ? errorReply(401, `${restricted}. You must have access to it and be authenticated to access it. Please log in.`)
    : errorReply(
        403,
        `${restricted} and you are not in the authorized list. Visit https://huggingface.co/${model.id} to ask for access.`,
      );
}
