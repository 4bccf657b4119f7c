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

/** Medians in milliseconds for each case, until the last of the pictures is saved. */
export async function measureTimes(
  names: readonly ContenderName[],
  cases: readonly Case[],
  folder: string,
): Promise<readonly Measured[]> {
  const children = names.map((name) => ({ name, child: startChild<Task, Result>('contender', [name]) }));
  const results: Measured[] = [];
  for (const { picture, atOnce, seconds } of cases) {
    const times: Record<ContenderName, number[]> = { depict: [], plainUndici: [], officialClient: [], curl: [] };
    const end = performance.now() + seconds * 1000;
    for (let round = -warmUpRounds; round < leastRounds || performance.now() < end; round += 1) {
      // Each goes first, second, third… equally often.
      const first = Math.abs(round) % children.length;
      for (const { name, child } of [...children.slice(first), ...children.slice(0, first)]) {
        const { url, bytes } = picture;
        const task = { url, bytes, count: atOnce, folder: path.join(folder, name), measure: 'time' } as const;
        const { value } = await child.ask(task);
        if (round >= 0) times[name].push(value);
      }
    }
    results.push(Object.fromEntries(names.map((name) => [name, median(times[name])])));
  }
  for (const { child } of children) child.end();
  return results;
}
