/** Puts a plan on the wire. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from './plan.ts';

const chunkBytes = 64 * 1024;
const zeros = new Uint8Array(chunkBytes);

/** @throws AbortError when the caller hangs up meanwhile. */
export async function send(response: ServerResponse, plan: Plan, signal: AbortSignal): Promise<void> {
  if (plan.delaySeconds > 0) await sleep(plan.delaySeconds * 1000, undefined, { signal });
  const { reply, stop } = plan;
  if (stop && stop.after < 0) return end(response, stop.how);

  response.writeHead(reply.status, { ...reply.headers, ...lengthHeader(plan) });
  const total = reply.body.byteLength + plan.padding;
  const last = stop ? Math.min(stop.after, total) : total;
  response.flushHeaders();
  for (const chunk of chunks(plan, last)) {
    if (plan.bytesPerSecond) await sleep((chunk.byteLength / plan.bytesPerSecond) * 1000, undefined, { signal });
    await write(response, chunk, signal);
  }
  if (stop) end(response, stop.how);
  else response.end();
}

function lengthHeader(plan: Plan): Readonly<Record<string, number>> {
  if (plan.length === 'none' || plan.reply.status === 204) return {};
  const length = plan.length === 'true' ? plan.reply.body.byteLength + plan.padding : plan.length;
  return { 'content-length': length };
}

/** The first `last` bytes of body and padding; slow answers come in pieces of a tenth of a second. */
function* chunks({ reply: { body }, bytesPerSecond }: Plan, last: number): Generator<Uint8Array> {
  const step = Math.min(chunkBytes, Math.max(1, Math.floor((bytesPerSecond ?? Infinity) / 10)));
  for (let at = 0; at < last; at += step) {
    const until = Math.min(at + step, last);
    yield at < body.byteLength ? body.subarray(at, Math.min(until, body.byteLength)) : zeros.subarray(0, until - at);
    // Where body and padding meet inside a step, the rest of it is padding.
    if (at < body.byteLength && until > body.byteLength) yield zeros.subarray(0, until - body.byteLength);
  }
}

/** Waits until the system has taken the bytes, so that a huge answer to a slow reader needs no memory. */
function write(response: ServerResponse, chunk: Uint8Array, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stopped = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stopped, { once: true });
    response.write(chunk, (error) => {
      signal.removeEventListener('abort', stopped);
      if (error) reject(error);
      else resolve();
    });
  });
}

function end(response: ServerResponse, how: 'close' | 'reset' | 'stall'): void {
  if (how === 'close') response.destroy();
  if (how === 'reset') response.socket?.resetAndDestroy();
}
