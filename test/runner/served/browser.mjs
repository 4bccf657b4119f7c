// A headless Chromium for the workbench.
import { chromium } from 'playwright-core';

const flags = `--no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update
  --disable-sync --disable-dev-shm-usage --no-first-run`.split(/\s+/);

/**
 * Ends with this program, also when that is killed: the browser hangs on a pipe.
 * @param {string} executablePath
 */
export function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/**
 * The address of a folder in the served VS Code.
 * @param {string} origin
 * @param {string} folder absolute path
 * @param {Record<string, string>} [payload] what the workbench takes for its command line, in host tests only
 */
export function workbenchAddress(origin, folder, payload) {
  const query = new URLSearchParams({ folder });
  if (payload) query.set('payload', JSON.stringify(Object.entries(payload)));
  return `${origin}/?${query}`;
}
