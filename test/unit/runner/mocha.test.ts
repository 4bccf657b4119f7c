import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Results } from '../../runner/mocha.mjs';
import { root } from '../../runner/root.mjs';
import { run, temporaryFolder } from '../../runner/run.mjs';

const steady = "it('is steady', () => {});";
const broken = "it('is broken', () => { throw new Error('always'); });";

/** Fails when it is run for the first time, in whatever process. */
const stumbles = (where: string) => `
  const { existsSync, writeFileSync } = require('node:fs');
  const mark = ${JSON.stringify(where)};
  const isFirst = !existsSync(mark);
  writeFileSync(mark, '');
  before(() => { if (isFirst) throw new Error('the first time'); });
  it('stumbles', () => {});`;

describe('a run of tests', () => {
  async function runAll(files: Readonly<Record<string, string>>, secondTry: boolean): Promise<Results> {
    const folder = temporaryFolder('mocha');
    mkdirSync(path.join(folder, 'tests'));
    for (const [name, text] of Object.entries(files))
      writeFileSync(path.join(folder, 'tests', `${name}.test.js`), `describe('${name}', () => {${text}});`);
    const runner = pathToFileURL(path.join(root, 'test/runner/mocha.mjs')).href;
    const script = `import { runMocha } from ${JSON.stringify(runner)};
      await runMocha(${JSON.stringify(path.join(folder, 'tests'))}, { timeoutSeconds: 5, secondTry: ${secondTry} });`;
    const results = path.join(folder, 'results.json');
    const env = { ...process.env, DEPICT_RESULTS: results };
    const { code, output } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
    assert.equal(code, 0, output);
    return JSON.parse(readFileSync(results, 'utf8'));
  }

  it('gives a file that failed a second try, and names what passed only then', async () => {
    const mark = path.join(temporaryFolder('mark'), 'ran');
    assert.deepEqual(await runAll({ one: steady, two: stumbles(mark) + steady }, true), {
      passed: 3,
      failed: 0,
      skipped: 0,
      unsteady: ['two "before all" hook for "stumbles"'],
    });
  });

  it('fails where the second try fails too', async () => {
    const results = await runAll({ one: steady, two: broken + steady }, true);
    assert.deepEqual(results, { passed: 2, failed: 1, skipped: 0, unsteady: [] });
  });

  it('gives no second try where none was asked for', async () => {
    const mark = path.join(temporaryFolder('mark'), 'ran');
    assert.equal((await runAll({ one: stumbles(mark) }, false)).failed, 1);
  });

  it('gives no second try where too much has failed for a stumble', async () => {
    const marks = temporaryFolder('marks');
    const files = ['a', 'b', 'c', 'd'].map((name) => [name, stumbles(path.join(marks, name))]);
    assert.equal((await runAll(Object.fromEntries(files), true)).failed, 4);
  });
});
