// `npm test`: every check there is, one after the other, whatever the earlier ones said. The last line is the sum.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compilers } from './compilers.mjs';
import { installTools } from './debianTools.mjs';
import { networkTools } from './networkTools.mjs';
import { root } from './root.mjs';
import { Advice, run, runMain, temporaryFolder } from './run.mjs';
import { setUpHost, setUpServed } from './setUp.mjs';

/** @typedef {{ name: string, program: string[], counts?: boolean }} Step `counts`: mocha counts its tests */

/** @type {readonly Step[]} */
const steps = [
  { name: 'lint', program: ['node_modules/oxlint/bin/oxlint'] },
  { name: 'format', program: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'types', program: ['test/runner/types.mjs'] },
  { name: 'texts', program: ['test/runner/l10n.mjs'] },
  { name: 'unit tests', program: ['test/runner/unit.mjs'], counts: true },
  { name: 'package', program: ['test/runner/package.mjs'] },
  { name: 'host tests', program: ['test/runner/host.mjs'], counts: true },
  { name: 'UI tests', program: ['test/runner/ui.mjs', '--packaged'], counts: true },
];

await runMain(async () => {
  const started = performance.now();
  const tools = await setUp();
  const folder = temporaryFolder('test');
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const summary = [];
  for (const [index, step] of steps.entries()) {
    console.log(`\n[${index + 1}/${steps.length}] ${step.name}`);
    const begun = performance.now();
    const results = path.join(folder, `${index}.json`);
    const { code } = await run(process.execPath, step.program, {
      cwd: root,
      inherit: true,
      env: { ...process.env, ...tools, DEPICT_RESULTS: results },
    });
    const counts = await countsOf(step, code, results);
    passed += counts.passed;
    failed += counts.failed;
    const line = `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}, ${seconds(begun)}`;
    summary.push(step.counts ? `${line}: ${counts.passed} passed, ${counts.failed} failed` : line);
    for (const name of counts.unsteady) summary.push(`       at the second try only: ${name}`);
  }
  console.log(`\n${summary.join('\n')}\nEverything took ${seconds(started)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** Finds the tools once for all the steps. What cannot be had fails in the step that needs it, with its reason. */
async function setUp() {
  /** @type {Record<string, string>} */
  const tools = {};
  await mkdir(path.join(root, 'out'), { recursive: true });
  await installTools([...networkTools, ...compilers], console.log);
  try {
    tools['VSCODE_EXECUTABLE'] = await setUpHost();
    tools['CHROMIUM'] = (await setUpServed()).chromium;
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    console.error(error.message);
  }
  return tools;
}

/**
 * A suite that crashed, or that found no test, is a failure.
 * @param {Step} step
 * @param {number} code
 * @param {string} results
 * @returns {Promise<{ passed: number, failed: number, unsteady: readonly string[] }>}
 */
async function countsOf(step, code, results) {
  if (!step.counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, unsteady: [] };
  const content = await readFile(results, 'utf8').catch(() => undefined);
  const { passed, failed, unsteady } =
    content === undefined ? { passed: 0, failed: 0, unsteady: [] } : JSON.parse(content);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, unsteady };
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
