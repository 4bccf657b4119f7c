/**
 * A program that saves pictures, one after the other, for tests that stop it in the middle of its work:
 *   saver.js FOLDER BYTES COUNT
 * It prints the path of each that it has saved. All want the same name.
 */
import { writeSync } from 'node:fs';
import { saveNewFile } from '../../../src/files/saveNewFile.ts';
import { pictureOf } from './pictureOf.ts';

const [folder = '', bytes, count] = process.argv.slice(2);

async function run(): Promise<void> {
  for (let number = 0; number < Number(count); number += 1) {
    const picture = pictureOf(Number(bytes), process.pid * 1000 + number);
    const pieces = [picture.subarray(0, 40), picture.subarray(40, 41), picture.subarray(41)];
    const fileName = (attempt: number): string => (attempt === 0 ? 'same.png' : `same-${attempt}.png`);
    const saved = await saveNewFile({ folder, roots: [folder], fileName }, pieces);
    writeSync(1, `${saved.path}\n`);
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
