// Measures Depict beside other ways from a request to a file: builds the extension as it is shipped, then the bench.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { extensionBundle, testBundle } from './bundles.mjs';
import { root } from './root.mjs';
import { run, runMain } from './run.mjs';

await runMain(async () => {
  const outdir = path.join(root, 'out/test');
  await rm(path.join(outdir, 'bench'), { recursive: true, force: true });
  await build(extensionBundle({ production: true }));
  await build(await testBundle({ outdir, within: ['bench'] }));
  const bench = path.join(outdir, 'bench/main.js');
  const { code } = await run(process.execPath, ['--enable-source-maps', bench], { cwd: root, inherit: true });
  return code;
});
