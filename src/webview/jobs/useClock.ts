/** The time, told anew every second while somebody looks. */
import { useEffect, useState } from 'preact/hooks';

/** @returns milliseconds since 1970, by this machine's clock */
export function useClock(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
