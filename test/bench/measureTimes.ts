/** Lets every contender do the same, turn by turn, so that noise on the machine hits all alike. */
import path from 'node:path';
import type { Case, Measured } from './cases.ts';
import { startChild } from './child.ts';
import type { ContenderName } from './contender/contenders.ts';
import type { Result, Task } from './contender/main.ts';
import { median } from './statistics.ts';

/** Not counted: code is compiled and connections are opened. */
const warmUpRounds = 4;

/** Also on a machine so busy that they take longer than they should. */
const leastRounds = 4;

export interface Times {
  /** Until the last of the pictures is saved. */
  readonly wall: Measured;
  /** That processors have worked for it: what else the machine does moves it less. Programs of their own are not seen. */
  readonly processor: Measured;
}

/** Medians in milliseconds for each case. */
export async function measureTimes(
  names: readonly ContenderName[],
  cases: readonly Case[],
  folder: string,
): Promise<readonly Times[]> {
  const children = names.map((name) => ({ name, child: startChild<Task, Result>('contender', [name]) }));
  const results: Times[] = [];
  for (const { picture, atOnce, seconds } of cases) {
    const wall = nothingYet();
    const processor = nothingYet();
    const end = performance.now() + seconds * 1000;
    for (let round = -warmUpRounds; round < leastRounds || performance.now() < end; round += 1) {
      // Each goes first, second, third… equally often.
      const first = Math.abs(round) % children.length;
      for (const { name, child } of [...children.slice(first), ...children.slice(0, first)]) {
        const { url, bytes } = picture;
        const task = { url, bytes, count: atOnce, folder: path.join(folder, name), measure: 'time' } as const;
        const { value, cpu } = await child.ask(task);
        if (round < 0) continue;
        wall[name].push(value);
        if (name !== 'curl') processor[name].push(cpu);
      }
    }
    results.push({ wall: mediansOf(wall), processor: mediansOf(processor) });
  }
  for (const { child } of children) child.end();
  return results;
}

function nothingYet(): Record<ContenderName, number[]> {
  return { depict: [], plainUndici: [], officialClient: [], curl: [] };
}

function mediansOf(values: Readonly<Record<ContenderName, readonly number[]>>): Measured {
  const measured = Object.entries(values).filter(([, some]) => some.length > 0);
  return Object.fromEntries(measured.map(([name, some]) => [name, median(some)]));
}
