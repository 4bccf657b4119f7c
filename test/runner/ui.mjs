// Runs the UI tests: the packaged extension in a real workbench.
//   node test/runner/ui.mjs [--grep pattern] [--packaged]      --packaged: depict.vsix is there already
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { testBundle } from './bundles.mjs';
import { grepArgument, noResults, recordResults, runMocha } from './mocha.mjs';
import { root } from './root.mjs';
import { Advice, run, runMain } from './run.mjs';
import { setUpServed } from './setUp.mjs';

await runMain(async () => {
  if (process.platform === 'win32') {
    console.log('The UI tests were left out: the served VS Code, which they drive, does not run on Windows.');
    recordResults({ ...noResults(), skipped: 1 });
    return 0;
  }
  await setUpServed();
  if (!process.argv.includes('--packaged')) {
    const { code } = await run(process.execPath, [path.join(root, 'test/runner/package.mjs')], { inherit: true });
    if (code !== 0) throw new Advice('There is no package to test.');
  }
  const outdir = path.join(root, 'out/test');
  await rm(path.join(outdir, 'ui'), { recursive: true, force: true });
  await build(await testBundle({ outdir, within: ['ui'] }));
  const failures = await runMocha(path.join(outdir, 'ui'), {
    timeoutSeconds: 120,
    grep: grepArgument(),
    secondTry: true,
  });
  // Browsers keep handles open; the run is over.
  process.exit(failures > 0 ? 1 : 0);
});
