/** How an answer goes over the wire: the answer itself, and everything that can be made to go wrong on its way. */
import type { Reply } from './reply.ts';

export interface Plan {
  readonly reply: Reply;
  /** Before the headers. */
  readonly delaySeconds: number;
  /** What Content-Length says: the truth, nothing (chunks), or this many bytes. */
  readonly length: 'true' | 'none' | number;
  /** Zero bytes that follow the body; never held in memory. Content-Length counts them. */
  readonly padding: number;
  /** Undefined: as fast as it goes. */
  readonly bytesPerSecond?: number;
  /** Undefined: the answer is sent to its end. */
  readonly stop?: Stop;
}

export interface Stop {
  /** Bytes of the body that are sent before; -1: not even the headers. */
  readonly after: number;
  /** The connection is closed in order, reset, or kept open in silence. */
  readonly how: 'close' | 'reset' | 'stall';
}

export function planFor(reply: Reply): Plan {
  return { reply, delaySeconds: 0, length: 'true', padding: 0 };
}
