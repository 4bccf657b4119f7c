// Runs the unit tests: bundles them into a fresh folder (so that a deleted test cannot linger, and several runs do
// not meet) and gives them to mocha.
//   node test/runner/unit.mjs [folders or files below test/unit…] [mocha's options…]
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testBundle } from './bundles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const named = process.argv
  .slice(2)
  .filter((argument) => argument.startsWith('test/') && existsSync(path.join(root, argument)));
const options = process.argv.slice(2).filter((argument) => !named.includes(argument));
const within = named.length > 0 ? named.map((name) => path.relative('test', name)) : ['unit'];

await mkdir(path.join(root, 'out'), { recursive: true });
const outdir = await mkdtemp(path.join(root, 'out/unit-'));
try {
  await build(await testBundle({ outdir, within }));
  process.exitCode = await mocha();
} catch (error) {
  // A failed build has printed itself; anything else is ours to explain.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
} finally {
  await rm(outdir, { recursive: true, force: true });
}

function mocha() {
  const bin = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const args = ['--enable-source-maps', bin, '--fail-zero', '--forbid-only', ...options, `${outdir}/**/*.test.js`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
