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
 * The address of a folder, a workspace file or an empty window in the served VS Code.
 * @param {string} origin
 * @param {string | undefined} opened absolute path; undefined for an empty window
 * @param {Record<string, string>} [payload] what the workbench takes for its command line, in host tests only
 */
export function workbenchAddress(origin, opened, payload) {
  const query = new URLSearchParams(whatOpens(opened));
  if (payload) query.set('payload', JSON.stringify(Object.entries(payload)));
  return `${origin}/?${query}`;
}

/** @param {string | undefined} opened */
function whatOpens(opened) {
  if (opened === undefined) return { ew: 'true' };
  return opened.endsWith('.code-workspace') ? { workspace: opened } : { folder: opened };
}
