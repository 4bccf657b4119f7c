/** Watches a server at home while it makes a picture, and stops it when the picture is no longer wanted. */
import type { Stage } from '../core/request.ts';
import { exchange } from './exchange.ts';
import type { Place } from './place.ts';
import type { Order, Watch } from './providers/provider.ts';
import type { HttpReply, Transport } from './transport.ts';
import { withinSeconds } from './withinSeconds.ts';

const pauseMilliseconds = 1_000;
/** The user waits for it. */
const longestInterrupt = 5;

/**
 * @param send makes the picture; it ends by the signal too
 * @throws what `send` throws
 */
export async function watched(
  send: () => Promise<HttpReply>,
  order: Order,
  place: Place,
  watch: Watch,
  ports: { readonly transport: Transport; readonly onStage: (stage: Stage) => void },
  signal: AbortSignal,
): Promise<HttpReply> {
  const { transport, onStage } = ports;
  const done = new AbortController();

  async function look(until: AbortSignal): Promise<ReturnType<Watch['read']>> {
    const call = {
      method: 'GET',
      url: `${place.base}${watch.progress}`,
      headers: { accept: 'application/json' },
    } as const;
    const reply = await exchange(call, place.asked.token, transport, until);
    return reply.status === 200 ? watch.read(reply, order) : undefined;
  }

  async function tellProgress(): Promise<void> {
    for (;;) {
      await transport.wait(pauseMilliseconds, done.signal);
      const seen = await look(done.signal);
      // sd-server has no such route: there is nothing to be seen, now and later.
      if (!seen) return;
      if (!done.signal.aborted) onStage(seen.stage);
    }
  }

  /** The server stops at whatever it is making, so it must not be somebody else's. */
  const interrupt = (): Promise<boolean> =>
    withinSeconds(longestInterrupt, transport, async (until) => {
      const seen = await look(until).catch(() => undefined);
      if (seen && !seen.mine) return;
      const call = { method: 'POST', url: `${place.base}${watch.interrupt}`, headers: {}, body: '' } as const;
      await exchange(call, place.asked.token, transport, until);
    });

  // A look that fails is no matter for the picture.
  tellProgress().catch(() => undefined);
  try {
    return await send();
  } catch (error) {
    if (signal.aborted) await interrupt();
    throw error;
  } finally {
    done.abort('the picture is here');
  }
}
