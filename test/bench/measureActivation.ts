/** Starts a real VS Code a few times and has Depict activated in it: only the first time in a host tells. */
import { runTests } from '@vscode/test-electron';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../runner/root.mjs';
import { setUpHost } from '../runner/setUp.mjs';
import type { ActivationTimes } from './activation/index.ts';
import { median } from './statistics.ts';

/** Medians, in milliseconds. */
export async function measureActivation(folder: string, starts: number): Promise<ActivationTimes> {
  const vscodeExecutablePath = await setUpHost();
  const workspace = path.join(folder, 'workspace');
  await mkdir(workspace, { recursive: true });
  const all: ActivationTimes[] = [];
  for (let start = 0; start < starts; start += 1) {
    const result = path.join(folder, `activation${start}.json`);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(__dirname, 'activation/index.js'),
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(folder, 'user')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: { DEPICT_BENCH_RESULT: result },
    });
    all.push(JSON.parse(await readFile(result, 'utf8')) as ActivationTimes);
  }
  return {
    activation: median(all.map(({ activation }) => activation)),
    engine: median(all.map(({ engine }) => engine)),
  };
}
