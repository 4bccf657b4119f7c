// The VS Code server: one process group with a data folder of its own, and a package installed in it for real.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.mjs';
import { Advice, atExit, run } from '../run.mjs';

const guard = path.join(root, 'test/runner/served/main.mjs');

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').ServedVscode} vscode
 * @property {string} dataFolder settings, extensions and logs live here
 * @property {Record<string, unknown>} [settings] machine settings
 * @property {boolean} [forHostTests] honours the payload of the address, which names the tests; shows no notification then
 * @property {boolean} [trusted] false opens every folder in Restricted Mode, as VS Code does with one it does not know
 * @property {number} [port] 0, the default, takes any that is free
 * @property {NodeJS.ProcessEnv} [env]
 *
 * @typedef {object} Server
 * @property {string} origin
 * @property {string} log path of what it printed
 * @property {() => void} close ends it with everything it started
 */

/**
 * Installs a package as a user would, for servers with the same data folder.
 * @param {import('./install.mjs').ServedVscode} vscode
 * @param {string} dataFolder
 * @param {string} vsix
 */
export async function installExtension(vscode, dataFolder, vsix) {
  const args = [
    vscode.main,
    '--install-extension',
    vsix,
    '--force',
    '--server-data-dir',
    dataFolder,
    '--accept-server-license-terms',
  ];
  const { code, output } = await run(vscode.node, args, { timeoutSeconds: 120 });
  if (code !== 0 || !/successfully installed/.test(output))
    throw new Advice(`${output}\n${vsix} could not be installed.`);
}

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({
  vscode,
  dataFolder,
  settings = {},
  forHostTests = false,
  trusted = true,
  port = 0,
  env = process.env,
}) {
  const machine = path.join(dataFolder, 'data/Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify({ ...quiet, ...settings }, undefined, 2));
  const log = path.join(dataFolder, 'server.log');
  const flags = '--without-connection-token --accept-server-license-terms --telemetry-level off';
  const args = `--host 127.0.0.1 --port ${port} ${flags} --disable-getting-started-override`.split(' ');
  args.push('--server-data-dir', dataFolder);
  if (forHostTests) args.push('--enable-smoke-test-driver');
  if (trusted) args.push('--disable-workspace-trust');
  const child = spawn(vscode.node, [guard, vscode.main, ...args], {
    env: { ...env, VSCODE_CLI: undefined, ELECTRON_RUN_AS_NODE: undefined },
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const close = atExit(() => kill(child));
  const output = createWriteStream(log);
  child.stderr.pipe(output, { end: false });
  child.stdout.pipe(output, { end: false });
  try {
    return { origin: `http://127.0.0.1:${await listening(child, log)}`, log, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What would otherwise ask a question, look something up or move the layout about. */
const quiet = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
};

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {string} log
 * @returns {Promise<number>} the port
 */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Advice(`The VS Code server did not start within a minute. Its log: ${log}`)),
      60_000,
    );
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Advice(`The VS Code server ended with code ${code}. Its log: ${log}`));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function kill(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
