// How long something keeps the processor busy: other programs on the machine do not count.

/** Milliseconds. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
