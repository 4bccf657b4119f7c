// Runs the host tests in a real VS Code, with the local API beside it.
//   node test/runner/host.mjs [--grep pattern]
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { extensionBundle, testBundle, webviewBundle } from './bundles.mjs';
import { grepArgument } from './mocha.mjs';
import { root } from './root.mjs';
import { runMain, temporaryFolder } from './run.mjs';
import { setUpHost } from './setUp.mjs';

await runMain(async () => {
  const grep = grepArgument();
  const vscodeExecutablePath = await setUpHost();
  const outdir = path.join(root, 'out/test');
  await Promise.all(
    ['host', 'demoApi'].map((folder) => rm(path.join(outdir, folder), { recursive: true, force: true })),
  );
  await build(extensionBundle({ production: false }));
  await build(webviewBundle({ production: false }));
  await build(await testBundle({ outdir, within: ['host', 'demoApi'] }));

  const folder = temporaryFolder('host');
  const api = await createRequire(import.meta.url)(path.join(outdir, 'demoApi/demoApi.js')).startDemoApi();
  try {
    const workspace = path.join(folder, 'workspace');
    await mkdir(path.join(folder, 'user/User'), { recursive: true });
    await mkdir(workspace);
    await writeFile(path.join(folder, 'user/User/settings.json'), JSON.stringify(localApiSettings(api.url)));
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(outdir, 'host/index.js'),
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(folder, 'user')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: grep ? { DEPICT_TEST_GREP: grep } : {},
    });
  } catch (error) {
    // The tests have printed what failed.
    if (!(error instanceof TestRunFailedError)) throw error;
    return 1;
  } finally {
    await api.close();
  }
  return 0;
});

/**
 * Machine settings: requests go to the local API, which as a loopback origin needs no token.
 * @param {string} url
 */
function localApiSettings(url) {
  return { 'depict.hubUrl': url, 'depict.routerUrl': url };
}
