/** A pause that a signal can end. */

/** Node's timers take 31 bits: a longer one would fire at once. */
const longest = 2 ** 31 - 1;

/** @throws the signal's reason, when it is aborted */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.min(milliseconds, longest),
    );
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
