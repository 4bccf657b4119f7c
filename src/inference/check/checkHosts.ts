/** Whether the services can be reached at all: name, connection, certificate, proxy. */
import { ImageFailure, isImageFailure, type Failure } from '../../core/failure.ts';
import type { Finding } from '../../core/connection/finding.ts';
import { isLoopback } from '../../core/token/tokenRule.ts';
import { startDeadline } from '../deadline.ts';
import type { CheckPorts } from './checkPorts.ts';

const longestLook = 10;

/** Any answer will do, so the question is a small one; it goes without a token. */
export async function checkHosts(origins: readonly string[], ports: CheckPorts): Promise<Finding> {
  const failures = await Promise.all(origins.map((origin) => failureAt(origin, ports)));
  const index = failures.findIndex((failure) => failure !== undefined);
  const failure = failures[index];
  if (!failure) return { type: 'hostAnswers', hosts: origins.map((origin) => new URL(origin).host) };
  return { type: 'hostFails', failure, loopback: isLoopback(origins[index] ?? '') };
}

async function failureAt(origin: string, { transport, signal }: CheckPorts): Promise<Failure | undefined> {
  const url = `${origin}/robots.txt`;
  const { host: service } = new URL(url);
  const deadline = startDeadline(longestLook * 1_000, signal, transport, {
    expired: () => new ImageFailure({ kind: 'timedOut', seconds: longestLook, service }),
  });
  try {
    const headers = { accept: 'text/plain,*/*;q=0.8', 'user-agent': 'depict' };
    await transport.send({ method: 'GET', url, headers }, deadline.signal);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (!isImageFailure(error)) throw error;
    // An answer that is too long or damaged has come from somebody.
    return error.failure.kind === 'badReply' ? undefined : error.failure;
  } finally {
    deadline.stop();
  }
}
