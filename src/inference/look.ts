/** One GET that asks about something, not for a picture: small, and answered within a short time. */
import { ImageFailure } from '../core/failure.ts';
import { startDeadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import type { HttpReply, Transport } from './transport.ts';

/** Far more than the longest list of checkpoints. */
const mostBytes = 4 * 2 ** 20;

/**
 * The answer, whatever its status.
 * @throws {ImageFailure} `timedOut`, `offline`, `badReply` (`tooLarge` past 4 MB)
 * @throws the signal's reason, when it is aborted
 */
export async function look(
  url: string,
  token: string | undefined,
  seconds: number,
  transport: Transport,
  signal: AbortSignal,
): Promise<HttpReply> {
  const { host: service } = new URL(url);
  const deadline = startDeadline(seconds * 1_000, signal, transport, {
    expired: () => new ImageFailure({ kind: 'timedOut', seconds, service }),
  });
  try {
    const call = { method: 'GET', url, headers: { accept: 'application/json' } } as const;
    const reply = await exchange(call, token, transport, deadline.signal);
    if (reply.body.length <= mostBytes) return reply;
    const { status } = reply;
    throw new ImageFailure({ kind: 'badReply', problem: 'tooLarge', limitBytes: mostBytes, service, status });
  } finally {
    deadline.stop();
  }
}
