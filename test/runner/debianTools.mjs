// What some tests need of the system, and the packages of Debian that have it. Without it, those tests are left out
// and say so.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { installFromDebian } from './debian.mjs';

/**
 * @typedef {{ readonly name: string, readonly debianPackage: string, readonly isHere?: () => boolean }} Tool
 *   `name` is the program's, unless `isHere` looks for something else
 */

/**
 * @param {readonly Tool[]} tools
 * @param {(text: string) => void} say
 */
export async function installTools(tools, say) {
  const packages = tools.filter((tool) => !isHere(tool)).map(({ debianPackage }) => debianPackage);
  if (packages.length > 0) await installFromDebian([...new Set(packages)], say);
}

/**
 * @param {readonly Tool[]} tools
 * @returns {string | undefined} in words; undefined where nothing is missing
 */
export function whyLeftOut(tools) {
  const missing = tools.filter((tool) => !isHere(tool)).map(({ name }) => name);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}; npm test installs them on Debian`;
}

/** @param {Tool} tool */
function isHere({ name, isHere: look }) {
  return look ? look() : findProgram(name) !== undefined;
}

/**
 * System programs are not always in the PATH.
 * @param {string} name
 * @returns {string | undefined} its path
 */
export function findProgram(name) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin', '/usr/bin'];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
