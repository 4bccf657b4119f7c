/** Runs in the extension host of a real VS Code: how long Depict takes to be there, and its engine on first use. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { extensions } from 'vscode';

export interface ActivationTimes {
  /** Milliseconds for loading dist/extension.js and its activate(). */
  readonly activation: number;
  /** Milliseconds for loading dist/engine.js, undici included. */
  readonly engine: number;
}

/** Called by VS Code, which takes a rejection for a failed run. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('depict.depict');
  const result = process.env['DEPICT_BENCH_RESULT'];
  if (!extension || result === undefined) throw new Error('The bench starts this.');
  if (extension.isActive) throw new Error('Depict was active before anybody asked for it.');

  const start = performance.now();
  await extension.activate();
  const activated = performance.now();
  createRequire(import.meta.url)(path.join(extension.extensionPath, 'dist/engine.js'));
  const loaded = performance.now();
  const times: ActivationTimes = { activation: activated - start, engine: loaded - activated };
  await writeFile(result, JSON.stringify(times));
}
