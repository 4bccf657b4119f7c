#!/usr/bin/env node
// The served VS Code under desktop VS Code's command line, for @vscode/test-electron: runs the tests that
// --extensionTestsPath names inside a real extension host and exits with their code.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { findChromium } from './chromium.mjs';
import { root } from './root.mjs';
import { Advice, runMain, temporaryFolder } from './run.mjs';
import { launchBrowser, workbenchAddress } from './served/browser.mjs';
import { installServed } from './served/install.mjs';
import { installExtension, startServer } from './served/server.mjs';

/** Nothing takes longer; a host that hangs must not hang the run. */
const limitMinutes = Number(process.env['DEPICT_TEST_MINUTES'] ?? 10);

/** What the workbench itself says at every start where there is no internet: not worth reading. */
const saidByTheWorkbench = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^Creation of workbench contribution/,
  /^Updating additional builtin extensions/,
  /^\[(AccountPolicyGate|AgentHost|Service Worker|reconnection-grace-time)/,
  /authentication provider 'github'/,
  /open-vsx\.org/,
  /^Canceled: Canceled/,
];

await runMain(async () => {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      'disable-workspace-trust': { type: 'boolean' },
      extensionDevelopmentPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'install-extension': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const vscode = await installServed(console.log);
  const data = temporaryFolder('served');
  const vsix = text(values['install-extension']);
  if (vsix) await installExtension(vscode, data, path.resolve(vsix));
  const tests = text(values.extensionTestsPath);
  if (!tests) {
    if (vsix) return 0;
    throw new Advice('The served VS Code runs tests: --extensionTestsPath is missing. To look around, use npm start.');
  }
  const server = await startServer({
    vscode,
    dataFolder: data,
    settings: await userSettings(text(values['user-data-dir'])),
    forHostTests: true,
    trusted: values['disable-workspace-trust'] === true,
  });
  try {
    const [opened] = positionals;
    return await runInBrowser(server.origin, opened === undefined ? undefined : path.resolve(opened), {
      ...uri(server.origin, 'extensionDevelopmentPath', text(values.extensionDevelopmentPath)),
      ...uri(server.origin, 'extensionTestsPath', tests),
    });
  } finally {
    server.close();
  }
});

/**
 * Opens the workbench and waits until the extension host says that the run is over.
 * @param {string} origin
 * @param {string | undefined} opened
 * @param {Record<string, string>} payload
 * @returns {Promise<number>} the exit code
 */
async function runInBrowser(origin, opened, payload) {
  const browser = await launchBrowser(await findChromium(console.log));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Advice(`The tests did not end within ${limitMinutes} minutes.`)),
        limitMinutes * 60_000,
      );
      page.on('crash', () => reject(new Advice('The page of the workbench crashed.')));
      browser.on('disconnected', () => reject(new Advice('Chromium ended before the tests did.')));
      void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', print);
    await page.goto(workbenchAddress(origin, opened, payload));
    return await ended;
  } catch (error) {
    const screenshot = path.join(root, 'out/screenshots/host-failed.png');
    if (!page.isClosed())
      await page.screenshot({ path: screenshot }).then(
        () => console.error(`Screenshot: ${screenshot}`),
        () => undefined,
      );
    throw error;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/**
 * The console of the extension host, as it comes: printf style.
 * @param {string} type
 * @param {unknown[]} args
 */
function print(type, args) {
  const line = format(...args);
  if (saidByTheWorkbench.some((pattern) => pattern.test(line))) return;
  if (type === 'error' || type === 'warn') console.error(line);
  else console.log(line);
}

/**
 * Desktop VS Code takes machine settings from the user's; the server from a file of its own.
 * @param {string | undefined} userDataFolder
 */
async function userSettings(userDataFolder) {
  if (!userDataFolder) return {};
  const content = await readFile(path.join(userDataFolder, 'User/settings.json'), 'utf8').catch(() => '{}');
  return JSON.parse(content);
}

/**
 * @param {string} origin
 * @param {string} name
 * @param {string | undefined} file
 */
function uri(origin, name, file) {
  return file ? { [name]: `vscode-remote://${new URL(origin).host}${path.resolve(file)}` } : {};
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
