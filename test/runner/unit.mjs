// Runs the unit tests: bundles them into a fresh folder, so that a deleted test cannot linger and several runs do not meet.
//   node test/runner/unit.mjs [folders or files below test/unit…] [--grep pattern]
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { testBundle } from './bundles.mjs';
import { grepArgument, runMocha } from './mocha.mjs';
import { root } from './root.mjs';
import { runMain } from './run.mjs';

process.chdir(root);
await runMain(async () => {
  const named = process.argv.slice(2).filter((argument) => argument.startsWith('test/') && existsSync(argument));
  const within = named.length > 0 ? named.map((name) => path.relative('test', name)) : ['unit'];
  await mkdir('out', { recursive: true });
  const outdir = await mkdtemp(path.join(root, 'out/unit-'));
  try {
    await build(await testBundle({ outdir, within }));
    return (await runMocha(outdir, { timeoutSeconds: 30, grep: grepArgument() })) > 0 ? 1 : 0;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
});
