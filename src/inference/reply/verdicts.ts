/** What an answer can mean, as a failure with all that is known of it. */
import type { Failure } from '../../core/failure.ts';
import type { Seen } from './seen.ts';

export interface Verdict {
  readonly failure: Failure;
  /** Set where the same request may be sent again: the service has said that it did nothing yet. */
  readonly repeat?: 'loading' | 'overloaded' | 'rateLimited';
  /** Seconds, where the service names them. */
  readonly repeatAfter?: number;
}

export function fail(failure: Failure): Verdict {
  return { failure };
}

export function unexpected({ evidence }: Seen): Verdict {
  return fail({ kind: 'badReply', problem: 'unexpectedStatus', ...evidence });
}

export function badAddress({ asked }: Seen): Verdict {
  const problem = { type: 'badUrl', name: asked.keepsTokenBack ?? '', url: asked.origin } as const;
  return fail({ kind: 'invalidRequest', problem });
}

export function refused({ evidence }: Seen): Verdict {
  return fail({ kind: 'refused', reason: 'filter', ...evidence });
}

export function noCredit({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'noCredit', origin: asked.origin, ...evidence });
}

export function forbidden({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'forbidden', origin: asked.origin, ...evidence });
}

export function gated({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'forbidden', origin: asked.origin, gatedModel: asked.model, ...evidence });
}

export function down({ evidence }: Seen): Verdict {
  return fail({ kind: 'providerDown', ...evidence });
}

export function overloaded(seen: Seen): Verdict {
  return { ...down(seen), repeat: 'overloaded', ...after(seen.retryAfterSeconds) };
}

export function missing({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'modelMissing', model: asked.model, ...evidence });
}

export function notServed({ asked, evidence }: Seen): Verdict {
  const provider = asked.provider === undefined ? {} : { provider: asked.provider };
  return fail({ kind: 'modelNotServed', model: asked.model, ...provider, servedBy: [], ...evidence });
}

export function loading({ asked, evidence, estimateSeconds, retryAfterSeconds }: Seen): Verdict {
  const seconds = estimateSeconds ?? retryAfterSeconds;
  const estimate = seconds === undefined ? {} : { estimateSeconds: seconds };
  const failure: Failure = { kind: 'modelLoading', model: asked.model, ...estimate, ...evidence };
  return evidence.status === 503 ? { failure, repeat: 'loading', ...after(seconds) } : { failure };
}

export function rateLimited({ evidence, retryAfterSeconds }: Seen): Verdict {
  const seconds = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const failure: Failure = { kind: 'rateLimited', ...seconds, ...evidence };
  return { failure, repeat: 'rateLimited', ...after(retryAfterSeconds) };
}

function after(seconds: number | undefined): Pick<Verdict, 'repeatAfter'> {
  return seconds === undefined ? {} : { repeatAfter: seconds };
}
