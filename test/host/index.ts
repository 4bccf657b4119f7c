// Runs in the extension host of a real VS Code: gives every test that belongs to this window to mocha.
import { format } from 'node:util';
import Mocha from 'mocha';
import { launchOf, usualLaunch } from '../runner/launches.mjs';
import { runMocha } from '../runner/mocha.mjs';

/** Called by VS Code, which takes a rejection for a failed run. */
export async function run(): Promise<void> {
  // The console of the host drops empty lines and lines that start with a number.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log('%s', format(...args) || ' ');
  const launch = process.env['DEPICT_TEST_LAUNCH'] ?? usualLaunch;
  const grep = process.env['DEPICT_TEST_GREP'];
  const failures = await runMocha(__dirname, {
    timeoutSeconds: 60,
    grep,
    isWanted: (file) => launchOf(file) === launch,
    mayMatchNone: grep !== undefined,
    secondTry: true,
  });
  if (failures > 0) throw new Error(`${failures} host tests failed.`);
}
