// Brings what the tests and `npm start` need, once: packages, a VS Code, a Chromium. Uses nothing but Node 20 and npm.
import path from 'node:path';
import { installPackages } from './packages.mjs';
import { root } from './root.mjs';

/** The served VS Code under desktop VS Code's command line. */
export const servedExecutable = path.join(root, 'test/runner/servedVscode.mjs');

/**
 * Brings the packages and a VS Code for the host tests.
 * @param {(text: string) => void} [say] progress, a line each
 * @returns {Promise<string>} the executable
 */
export async function setUpHost(say = console.log) {
  await installPackages(say);
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  const { findDesktop } = await import('./desktop.mjs');
  const desktop = await findDesktop(say);
  if (desktop) return desktop;
  await setUpServed(say);
  return servedExecutable;
}

/**
 * Brings the packages, the served VS Code and a Chromium to show it in.
 * @param {(text: string) => void} [say]
 */
export async function setUpServed(say = console.log) {
  await installPackages(say);
  const { installServed } = await import('./served/install.mjs');
  const { findChromium } = await import('./chromium.mjs');
  const served = await installServed(say);
  const chromium = await findChromium(say);
  return { served, chromium };
}
