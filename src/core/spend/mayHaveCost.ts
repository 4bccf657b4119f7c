/** Whether an image that failed may have been made, and billed, all the same. */
import { isImageFailure, type FailureKind, type FailureOf } from '../failure.ts';

type Rows = { readonly [K in FailureKind]: boolean | ((failure: FailureOf<K>) => boolean) };

/**
 * Of requests that the service has not taken. False only where it has turned them away, or has not got them: a limit
 * must not be slipped past.
 */
const rows: Rows = {
  // Of a request that was on its way nobody knows how far the service had got.
  cancelled: true,
  timedOut: true,
  badReply: true,
  refused: true,
  invalidRequest: ({ received }) => received !== undefined,
  notSaved: ({ received }) => received !== undefined,
  offline: ({ problem }) => problem === 'reset' || problem === 'other',
  // A job that was accepted and has failed is told without a status; a gateway (504, at Cloudflare 524) that has given up
  // waiting says nothing of the service behind it, which may be at work still.
  providerDown: ({ status }) => status === undefined || status === 504 || status === 524,
  noToken: false,
  badToken: false,
  forbidden: false,
  noCredit: false,
  rateLimited: false,
  modelMissing: false,
  modelNotServed: false,
  modelLoading: false,
};

/** @param isTaken the service had taken the request: whatever came in the way of its picture, it may be billed */
export function mayHaveCost(error: unknown, isTaken: boolean): boolean {
  if (isTaken || !isImageFailure(error)) return true;
  const { failure } = error;
  // A union indexed by its own kind cannot be followed by the compiler; the table's type has paired them.
  const row = rows[failure.kind] as boolean | ((one: typeof failure) => boolean);
  return typeof row === 'boolean' ? row : row(failure);
}
