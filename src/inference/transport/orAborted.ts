/** Ends a wait the moment it is cancelled, where the work itself would notice later. */

/**
 * undici looks at a signal only once it has a connection: whoever cancels must not wait ten seconds for a host that
 * does not answer. The work goes on to its own end, and nothing is sent then.
 * @throws the signal's reason, or what the work throws
 */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
