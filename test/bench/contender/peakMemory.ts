/** How much memory of this process a piece of work takes at its peak. */
import { readFile, writeFile } from 'node:fs/promises';

/** @returns bytes above what the process had before, after a garbage collection */
export async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const isReset = await resetPeak();
  const before = process.memoryUsage.rss();
  await work();
  const peak = isReset ? await readPeak() : process.resourceUsage().maxRSS * 1024;
  return Math.max(0, peak - before);
}

/** Linux forgets the peak on request. Elsewhere it counts from the start of the process, which shows too much, never too little. */
async function resetPeak(): Promise<boolean> {
  return writeFile('/proc/self/clear_refs', '5').then(
    () => true,
    () => false,
  );
}

async function readPeak(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
