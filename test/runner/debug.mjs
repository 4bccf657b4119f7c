// For F5: bundles, a fresh copy of the sample to open, and the local API at the port that .vscode/launch.json names.
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { installPackages } from './packages.mjs';
import { root } from './root.mjs';
import { Advice, run, runMain } from './run.mjs';

await runMain(async () => {
  console.log('Building');
  await installPackages(console.log);
  const { code } = await run(process.execPath, ['esbuild.mjs'], { cwd: root, inherit: true });
  if (code !== 0) throw new Advice('The bundles could not be made.');
  const almanac = path.join(root, 'out/almanac');
  await rm(almanac, { recursive: true, force: true });
  await cp(path.join(root, 'test/runner/sample'), almanac, { recursive: true });
  const api = ['--enable-source-maps', path.join(root, 'out/test/demoApi/main.js'), '--port', '8787'];
  return (await run(process.execPath, api, { inherit: true, timeoutSeconds: 12 * 3600 })).code;
});
