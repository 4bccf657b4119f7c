/** Measures the memory of every contender, each time in a fresh process. */
import path from 'node:path';
import type { Case, Measured, Picture } from './cases.ts';
import { startChild } from './child.ts';
import { contenderNames, type ContenderName } from './contender/contenders.ts';
import type { Result, Task } from './contender/main.ts';
import { median } from './statistics.ts';

const processes = 3;
/** Until what V8 compiles in the background is done: after 5 it still took more than a picture. */
const warmUps = 20;
/** Each of them gets many pictures. */
const warmUpsOfMany = 5;

/**
 * Peaks in bytes for each case, above what the process had after getting `small` a few times in the same way: what the
 * program and its connections take does not grow with the picture.
 */
export async function measureMemory(
  cases: readonly Case[],
  small: Picture,
  folder: string,
): Promise<readonly Measured[]> {
  const results: Measured[] = [];
  for (const each of cases) {
    const measured: Partial<Record<ContenderName, number>> = {};
    for (const name of contenderNames) {
      if (name === 'curl') continue;
      const peaks: number[] = [];
      for (let time = 0; time < processes; time += 1) {
        peaks.push(await measureOnce(name, each, small, path.join(folder, name)));
      }
      measured[name] = median(peaks);
    }
    results.push(measured);
  }
  return results;
}

async function measureOnce(
  name: ContenderName,
  { picture, atOnce: count }: Case,
  small: Picture,
  folder: string,
): Promise<number> {
  const child = startChild<Task, Result>('contender', [name]);
  const common = { count, folder, measure: 'memory' } as const;
  const times = count === 1 ? warmUps : warmUpsOfMany;
  for (let time = 0; time < times; time += 1) await child.ask({ ...common, url: small.url, bytes: small.bytes });
  const { value } = await child.ask({ ...common, url: picture.url, bytes: picture.bytes });
  child.end();
  return value;
}
