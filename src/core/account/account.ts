/** Whose token it is and what it may do, as the Hub tells it. */

/** What the kind of a token, or the list of its permissions, says about calls to Inference Providers. */
export type CallPermission =
  | 'granted'
  | 'missing'
  /** The token has no list: only a call tells. */
  | 'unsaid';

export interface Account {
  /** Letters, digits, `-`, `_` and `.` only. */
  readonly name: string;
  readonly isPro: boolean;
  /** A way to pay is on file. */
  readonly canPay: boolean;
  /** Names as `name`. */
  readonly organizations: readonly string[];
  readonly role: 'read' | 'write' | 'fineGrained' | 'other';
  readonly permission: CallPermission;
}

/** How the Hub names users and organisations. */
export function isAccountName(text: unknown): text is string {
  return typeof text === 'string' && /^[\w.-]{1,100}$/.test(text);
}
