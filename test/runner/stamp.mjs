// "Install once": a file beside what was installed says from which inputs, written when all is in place.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Does the work unless it was done for the same inputs before.
 * @param {string} file where the stamp lives
 * @param {readonly string[]} inputs all that the result depends on
 * @param {() => Promise<void>} work
 */
export async function oncePer(file, inputs, work) {
  const stamp = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  if ((await readFile(file, 'utf8').catch(() => '')) === stamp) return;
  await work();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, stamp);
}
