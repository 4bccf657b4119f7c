/**
 * A program that does what a window does with the journal, for tests that run several and stop them anywhere:
 *   windowProgram.js FOLDER COUNT BYTES [merge]
 * It appends COUNT events of about BYTES bytes each and prints the id of each that is in the journal. With `merge` it
 * also leaves files of ended processes behind, merges all it can and reads what the others write, all the time.
 */
import { writeSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openJournal } from '../../../../src/files/journal/openJournal.ts';
import { deadWriter } from './deadWriter.ts';

const [folder = '', count, bytes, merge] = process.argv.slice(2);

async function run(): Promise<void> {
  const journal = openJournal(folder);
  const padding = 'x'.repeat(Number(bytes));
  const told = (id: string): void => void writeSync(1, `${id}\n`);
  for (let sequence = 1; sequence <= Number(count); sequence += 1) {
    const id = `${journal.writer}.${sequence}`;
    await journal.append(JSON.stringify({ id, padding }));
    told(id);
    if (!merge) continue;
    const ended = deadWriter();
    const file = path.join(folder, `${ended}.jsonl`);
    await writeFile(`${file}.new`, `${JSON.stringify({ id: `${ended}.1`, padding })}\n`);
    await rename(`${file}.new`, file);
    told(`${ended}.1`);
    await Promise.all([journal.merge(), journal.readNew(() => undefined)]);
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
