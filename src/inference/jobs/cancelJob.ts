/** Takes a job back at its provider: one that nobody waits for is billed all the same. */
import { exchange } from '../exchange.ts';
import type { Place } from '../place.ts';
import { withinSeconds } from '../withinSeconds.ts';
import type { JobCall } from '../reply/reading.ts';
import type { Transport } from '../transport.ts';

/** The user waits for it. */
const longestSeconds = 5;

/** Never throws. False where the provider has not heard of it. */
export function cancelJob(
  { method, path, headers }: JobCall,
  { base, headers: own, asked }: Place,
  transport: Transport,
): Promise<boolean> {
  const call = { method, url: `${base}${path}`, headers: { accept: 'application/json', ...headers, ...own } };
  return withinSeconds(longestSeconds, transport, async (signal) => {
    await exchange(call, asked.token, transport, signal);
  });
}
