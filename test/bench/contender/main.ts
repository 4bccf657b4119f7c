/** One contender in a process of its own, so that none pays for another's rubbish. Does a task at a time. */
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { answer } from '../child.ts';
import { contenders, type ContenderName } from './contenders.ts';
import { peakMemory } from './peakMemory.ts';

export interface Task {
  readonly url: string;
  /** Size of what is served there. */
  readonly bytes: number;
  /** How many to get at once. */
  readonly count: number;
  /** Is made, and taken away again. */
  readonly folder: string;
  readonly measure: 'time' | 'memory';
}

export interface Result {
  /** Milliseconds until the last file was there, or bytes of memory at the peak. */
  readonly value: number;
  /** Milliseconds that processors have worked for it, of the program itself: less moved by what else the machine does. */
  readonly cpu: number;
}

const contender = contenders[process.argv[2] as ContenderName];
const prepared = contender.prepare();

answer(async ({ url, bytes, count, folder, measure }: Task): Promise<Result> => {
  const savePicture = await prepared;
  await mkdir(folder, { recursive: true });
  const files = Array.from({ length: count }, (_, index) => path.join(folder, `picture${index}.png`));
  const work = (): Promise<unknown> => Promise.all(files.map((file) => savePicture(url, file)));
  const before = process.cpuUsage();
  const value = await (measure === 'time' ? timeOf(work) : peakMemory(work));
  const { user, system } = process.cpuUsage(before);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  if (sizes.some((size) => size < bytes)) throw new Error(`${contender.label} has not saved all of ${url}.`);
  await rm(folder, { recursive: true });
  return { value, cpu: (user + system) / 1000 };
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
