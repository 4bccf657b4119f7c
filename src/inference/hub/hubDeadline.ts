/** How long the Hub may take to answer. */
import { ImageFailure } from '../../core/failure.ts';
import { startDeadline, type Deadline } from '../deadline.ts';
import type { Clock } from '../transport.ts';

/** Milliseconds. */
const longest = 10_000;

/** After it the work ends with `timedOut`. To be stopped when the Hub has answered. */
export function startHubDeadline(hubUrl: string, clock: Clock, signal: AbortSignal): Deadline {
  const { host } = new URL(hubUrl);
  return startDeadline(longest, signal, clock, {
    expired: () => new ImageFailure({ kind: 'timedOut', seconds: longest / 1_000, service: host }),
  });
}
