/** The last thing that is done for a job that is over already, within a short time. */
import { startDeadline } from './deadline.ts';
import type { Clock } from './transport.ts';

/** Never throws. Whether it was done. */
export async function withinSeconds(
  seconds: number,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const deadline = startDeadline(seconds * 1_000, new AbortController().signal, clock, { expired: () => 'too slow' });
  try {
    await work(deadline.signal);
    return true;
  } catch {
    // There is nobody left to tell why.
    return false;
  } finally {
    deadline.stop();
  }
}
