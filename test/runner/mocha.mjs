// Gives every bundled test of a folder to mocha, in whatever process this is called.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * @param {string} folder
 * @param {object} options
 * @param {number} options.timeoutSeconds for one test
 * @param {string | undefined} [options.grep] only tests whose name matches
 * @param {(file: string) => boolean} [options.isWanted] only these files, seen from the folder
 * @param {boolean} [options.mayMatchNone] whoever adds up several runs sees to it that one of them had a test
 * @returns {Promise<number>} how many failed
 * @throws where there is no test at all
 */
export async function runMocha(folder, { timeoutSeconds, grep, isWanted = () => true, mayMatchNone = false }) {
  process.setSourceMapsEnabled(true);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .filter(isWanted);
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutSeconds * 1000, forbidOnly: true, reporter: 'spec' });
  if (grep) mocha.grep(new RegExp(grep));
  for (const file of files.toSorted()) mocha.addFile(path.join(folder, file));
  const stats = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? { passes: 0, failures: 0, pending: 0 }));
  });
  if (stats.passes + stats.failures === 0 && !mayMatchNone) throw new Error(`No test was found in ${folder}.`);
  recordResults(stats);
  return stats.failures;
}

/**
 * Writes the counts to the file that DEPICT_RESULTS names, for the sum at the end of `npm test`.
 * @param {{ passes: number, failures: number, pending: number }} stats
 */
export function recordResults({ passes, failures, pending }) {
  const results = process.env['DEPICT_RESULTS'];
  if (results) writeFileSync(results, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
}

/** The value of --grep on the command line. */
export function grepArgument() {
  const place = process.argv.indexOf('--grep');
  return place === -1 ? undefined : process.argv[place + 1];
}
