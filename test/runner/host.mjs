// Runs the host tests in a real VS Code, in one window after the other (launches.mjs), with the local API beside it.
//   node test/runner/host.mjs [folders or files below test/host…] [--grep pattern]
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { extensionBundle, testBundle, webviewBundle } from './bundles.mjs';
import { launches, launchOf } from './launches.mjs';
import { grepArgument, noResults, recordResults } from './mocha.mjs';
import { root } from './root.mjs';
import { Advice, runMain, temporaryFolder } from './run.mjs';
import { setUpHost } from './setUp.mjs';

/** @typedef {import('./mocha.mjs').Results} Results */

await runMain(async () => {
  const named = process.argv.slice(2).filter((argument) => argument.startsWith('test/host') && existsSync(argument));
  const vscodeExecutablePath = await setUpHost();
  await build(extensionBundle({ production: false }));
  await build(webviewBundle({ production: false }));
  // Below the checkout, where the packages are found; of its own, so that several runs do not meet.
  await mkdir(path.join(root, 'out'), { recursive: true });
  const outdir = await mkdtemp(path.join(root, 'out/host-'));
  try {
    const tests = named.length > 0 ? [...named.map((name) => path.relative('test', name)), 'host/index.ts'] : ['host'];
    await build(await testBundle({ outdir, within: [...tests, 'demoApi'] }));
    const api = await createRequire(import.meta.url)(path.join(outdir, 'demoApi/demoApi.js')).startDemoApi();
    try {
      return await runAll(vscodeExecutablePath, path.join(outdir, 'host'), hostSettings(api.url));
    } finally {
      await api.close();
    }
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
});

/**
 * @param {string} vscodeExecutablePath
 * @param {string} suite folder of the bundled tests
 * @param {Record<string, unknown>} settings
 * @returns {Promise<number>} the exit code
 */
async function runAll(vscodeExecutablePath, suite, settings) {
  const files = (await readdir(suite, { recursive: true })).filter((file) => file.endsWith('.test.js'));
  const sum = noResults();
  for (const launch of launches.filter(({ name }) => files.some((file) => launchOf(file) === name))) {
    console.log(`\nThe window ${launch.name}`);
    const counts = await runLaunch(vscodeExecutablePath, suite, settings, launch);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
    sum.unsteady.push(...counts.unsteady);
  }
  if (sum.passed + sum.failed === 0) throw new Advice('No host test was found.');
  recordResults(sum);
  return sum.failed === 0 ? 0 : 1;
}

/**
 * @param {string} vscodeExecutablePath
 * @param {string} suite
 * @param {Record<string, unknown>} settings
 * @param {import('./launches.mjs').Launch} launch
 * @returns {Promise<Results>} a window that broke down counts as a failed test
 */
async function runLaunch(vscodeExecutablePath, suite, settings, { name, open }) {
  const folder = temporaryFolder('host');
  const results = path.join(folder, 'results.json');
  await mkdir(path.join(folder, 'user/User'), { recursive: true });
  await writeFile(path.join(folder, 'user/User/settings.json'), JSON.stringify(settings));
  const grep = grepArgument();
  let isFailed = false;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(suite, 'index.js'),
      launchArgs: [
        ...(await open(folder)),
        `--user-data-dir=${path.join(folder, 'user')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: { DEPICT_RESULTS: results, DEPICT_TEST_LAUNCH: name, DEPICT_TEST_GREP: grep },
    });
  } catch (error) {
    // The tests have printed what failed.
    if (!(error instanceof TestRunFailedError)) throw error;
    isFailed = true;
  }
  /** @type {Results} */
  const counts = await readFile(results, 'utf8').then(JSON.parse, noResults);
  return isFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Machine settings: requests go to the local API, which as a loopback origin needs no token. On the web VS Code saves
 * by itself, on a desktop it asks for a name in a dialog of the system: here both do neither.
 * @param {string} url
 */
function hostSettings(url) {
  return {
    'depict.hubUrl': url,
    'depict.routerUrl': url,
    'files.autoSave': 'off',
    'files.simpleDialog.enable': true,
  };
}
