/** Waits until what was started has started, so that what is measured next is measured alone. */
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const [sampleMs, mostSamples, restful] = [500, 30, 0.85];

/** Until the processors have little to do; false where they still have plenty to do after 15 seconds. */
export async function machineAtRest(): Promise<boolean> {
  for (let sample = 0; sample < mostSamples; sample += 1) {
    const before = processorTimes();
    await wait(sampleMs);
    const after = processorTimes();
    if ((after.idle - before.idle) / (after.all - before.all) > restful) return true;
  }
  return false;
}

/** Of all processors together, since the machine was started. Milliseconds. */
function processorTimes(): { readonly idle: number; readonly all: number } {
  let [idle, all] = [0, 0];
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, all };
}
