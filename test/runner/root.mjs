// Where the checkout is. Walks up, because this file also runs from inside the bundles in out/.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = findRoot(path.dirname(fileURLToPath(import.meta.url)));

/** Where the tools that are not in node_modules live; a second run finds them there. */
export const toolsFolder = path.join(root, '.vscode-test');

/**
 * @param {string} folder
 * @returns {string}
 */
function findRoot(folder) {
  if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'esbuild.mjs'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('This program must stay inside the checkout of Depict.');
  return findRoot(parent);
}
