/** Waits for what the window does in its own time. */
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Tries until it does not throw any more, and gives what it gave.
 * @throws what it threw last, when it still does after that time
 */
export async function eventually<T>(attempt: () => T | Promise<T>, timeoutSeconds = 20): Promise<T> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}
