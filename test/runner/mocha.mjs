// Gives every bundled test of a folder to mocha, in whatever process this is called.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** @typedef {{ passed: number, failed: number, skipped: number, unsteady: string[] }} Results `unsteady`: names of tests that passed at the second try only */

/** @returns {Results} */
export function noResults() {
  return { passed: 0, failed: 0, skipped: 0, unsteady: [] };
}

/** More than a stumble: what fails in so many files is a fault, and a second try only costs time. */
const maxFilesTriedAgain = 3;

/**
 * @param {string} folder
 * @param {object} options
 * @param {number} options.timeoutSeconds for one test
 * @param {string | undefined} [options.grep] only tests whose name matches
 * @param {(file: string) => boolean} [options.isWanted] only these files, seen from the folder
 * @param {boolean} [options.mayMatchNone] whoever adds up several runs sees to it that one of them had a test
 * @param {boolean} [options.secondTry] for tests through a window, which other programs can slow down at any moment: a
 *   file with a failure is run once more as a whole, and what passes only then is named in the results
 * @returns {Promise<number>} how many failed
 * @throws where there is no test at all
 */
export async function runMocha(
  folder,
  { timeoutSeconds, grep, isWanted = () => true, mayMatchNone = false, secondTry = false },
) {
  process.setSourceMapsEnabled(true);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .filter(isWanted)
    .toSorted()
    .map((file) => path.join(folder, file));
  const first = await runFiles(files, { timeoutSeconds, grep });
  const stumbled = [...first].filter(([, { failed }]) => failed.length > 0).map(([file]) => file);
  const isTriedAgain = secondTry && stumbled.length > 0 && stumbled.length <= maxFilesTriedAgain;
  if (isTriedAgain) console.log('\nOnce more, what failed:');
  const second = isTriedAgain ? await runFiles(stumbled, { timeoutSeconds, grep }) : new Map();
  const results = sumOf(first, second);
  if (results.passed + results.failed === 0 && !mayMatchNone) throw new Error(`No test was found in ${folder}.`);
  if (results.unsteady.length > 0)
    console.log(`Passed at the second try only:\n${results.unsteady.map((name) => `  ${name}`).join('\n')}`);
  recordResults(results);
  return results.failed;
}

/** @typedef {{ passed: string[], failed: string[], skipped: number }} FileResults names of tests */

/**
 * @param {readonly string[]} files
 * @param {{ timeoutSeconds: number, grep: string | undefined }} options
 * @returns {Promise<Map<string, FileResults>>} by file
 */
async function runFiles(files, { timeoutSeconds, grep }) {
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutSeconds * 1000, forbidOnly: true, reporter: 'spec' });
  if (grep) mocha.grep(new RegExp(grep));
  for (const file of files) mocha.addFile(file);
  /** @type {Map<string, FileResults>} */
  const results = new Map(files.map((file) => [file, { passed: [], failed: [], skipped: 0 }]));
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => results.get(test.file ?? '')?.passed.push(test.fullTitle()));
    // A hook that fails is told as a test, and knows its file by its suite only.
    runner.on('fail', (test) => results.get(test.file ?? test.parent?.file ?? '')?.failed.push(test.fullTitle()));
    runner.on('pending', (test) => {
      const ofFile = results.get(test.file ?? '');
      if (ofFile) ofFile.skipped++;
    });
  });
  mocha.unloadFiles();
  return results;
}

/**
 * @param {Map<string, FileResults>} first
 * @param {Map<string, FileResults>} second of those files that were run again: it counts instead of the first
 * @returns {Results}
 */
function sumOf(first, second) {
  const sum = noResults();
  for (const [file, results] of first) {
    const { passed, failed, skipped } = second.get(file) ?? results;
    sum.passed += passed.length;
    sum.failed += failed.length;
    sum.skipped += skipped;
    if (failed.length === 0) sum.unsteady.push(...results.failed);
  }
  return sum;
}

/**
 * Writes the counts to the file that DEPICT_RESULTS names, for the sum at the end of `npm test`.
 * @param {Results} results
 */
export function recordResults(results) {
  const file = process.env['DEPICT_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
}

/** The value of --grep on the command line. */
export function grepArgument() {
  const place = process.argv.indexOf('--grep');
  return place === -1 ? undefined : process.argv[place + 1];
}
