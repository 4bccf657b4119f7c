// Bundles the extension into dist/ and the programs under test/ into out/.
//   node esbuild.mjs [--production] [--watch]
import { context } from 'esbuild';
import { rm } from 'node:fs/promises';
import { extensionBundle, testBundle, webviewBundle } from './test/runner/bundles.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const bundles = [extensionBundle({ production }), webviewBundle({ production })];
if (!production) bundles.push(await testBundle({ outdir: 'out/test' }));

await Promise.all(
  ['dist', ...(production ? [] : ['out/test'])].map((folder) => rm(folder, { recursive: true, force: true })),
);
const contexts = await Promise.all(
  bundles.filter((bundle) => bundle.entryPoints.length > 0).map((bundle) => context(bundle)),
);
try {
  if (watch) {
    await Promise.all(contexts.map((each) => each.watch()));
    console.log('Watching for changes. Ctrl+C ends it.');
  } else {
    await Promise.all(contexts.map((each) => each.rebuild()));
  }
} catch {
  // esbuild has printed what is wrong, with the place.
  process.exitCode = 1;
} finally {
  if (!watch) await Promise.all(contexts.map((each) => each.dispose()));
}
