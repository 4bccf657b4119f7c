// `npm start`: Depict in a real VS Code on a sample, against the local API. No account, no network.
//   node test/runner/start.mjs [--once]      --once: does the main job itself and ends
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './root.mjs';
import { Advice, run, runMain, temporaryFolder, untilStopped } from './run.mjs';
import { setUpServed } from './setUp.mjs';

const outdir = path.join(root, 'out/start');

await runMain(async () => {
  process.setSourceMapsEnabled(true);
  const once = process.argv.includes('--once');
  const { served } = await setUpServed();
  console.log('Building and packaging the extension');
  const packaged = await run(process.execPath, [path.join(root, 'test/runner/package.mjs')]);
  if (packaged.code !== 0) throw new Advice(packaged.output);
  const { startDemoApi, mainJobOnce } = await buildParts(once);

  const folder = temporaryFolder('start');
  const api = await startDemoApi(once ? {} : { log: console.log });
  const workspace = path.join(folder, 'almanac');
  const settings = { 'depict.hubUrl': api.url, 'depict.routerUrl': api.url };
  try {
    await cp(path.join(root, 'test/runner/sample'), workspace, { recursive: true });
    console.log(`Local API: ${api.url}`);
    if (once) report(await mainJobOnce(workspace, settings), workspace);
    else await stayUp(served, path.join(folder, 'vscode'), workspace, settings);
  } finally {
    await api.close();
  }
});

/**
 * The parts that are written in TypeScript.
 * @param {boolean} once
 */
async function buildParts(once) {
  const { build } = await import('esbuild');
  const { testBundle } = await import('./bundles.mjs');
  const within = once ? ['demoApi/demoApi.ts', 'ui/mainJob.ts'] : ['demoApi/demoApi.ts'];
  await build(await testBundle({ outdir, within }));
  const require = createRequire(import.meta.url);
  const { startDemoApi } = require(path.join(outdir, 'demoApi/demoApi.js'));
  const { mainJobOnce } = once ? require(path.join(outdir, 'ui/mainJob.js')) : {};
  return { startDemoApi, mainJobOnce };
}

/**
 * @param {{ file: string, format: string, size: { width: number, height: number }, bytes: number, line: string, screenshot: string }} result
 * @param {string} workspace
 */
function report({ file, format, size, bytes, line, screenshot }, workspace) {
  console.log(`
File:       ${path.relative(workspace, file)}
Type:       image/${format}, ${size.width} × ${size.height}
Size:       ${(bytes / 1000).toFixed(1)} kB (${bytes} bytes)
Line:       ${line}
Screenshot: ${path.relative(process.cwd(), screenshot)}`);
}

/**
 * @param {import('./served/install.mjs').ServedVscode} vscode
 * @param {string} dataFolder
 * @param {string} workspace
 * @param {Record<string, unknown>} settings
 */
async function stayUp(vscode, dataFolder, workspace, settings) {
  const { installExtension, startServer } = await import('./served/server.mjs');
  const { workbenchAddress } = await import('./served/browser.mjs');
  await installExtension(vscode, dataFolder, path.join(root, 'depict.vsix'));
  const server = await startServer({ vscode, dataFolder, settings });
  console.log(`
Open this address in a browser on this machine:

  ${workbenchAddress(server.origin, workspace)}

What to try:
  1. Open README.md and select the sentence under "Evening".
  2. Press F1 and run "Depict: Generate Image from Selection". The picture is drawn by the local API.
  3. Rest the mouse on the link that appears, then undo: the link goes, the file stays in assets/.

The folder is a copy, ${workspace}; it goes when this ends. Ctrl+C ends it.`);
  await untilStopped();
  server.close();
}
