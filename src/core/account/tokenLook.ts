/** What a look at a token has shown, before it is stored. */
import type { Failure } from '../failure.ts';
import type { Account } from './account.ts';

export type TokenLook =
  | { readonly type: 'accepted'; readonly account: Account }
  /** The Hub does not know it. */
  | { readonly type: 'refused' }
  /** The Hub cannot be asked just now. */
  | { readonly type: 'unchecked'; readonly failure: Failure }
  /** There is nobody to ask: servers of other kinds tell nothing about tokens. */
  | { readonly type: 'nobodyToAsk' };

/** The only case that is worth a second thought: the Hub knows the token, and it may not make calls. */
export function lacksPermission(look: TokenLook): boolean {
  return look.type === 'accepted' && look.account.permission === 'missing';
}
