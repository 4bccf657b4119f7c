// The programs that the tests of proxies need: networks of their own, and a proxy that people really run.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { installFromDebian } from './debian.mjs';

/** Programs, and the packages of Debian that have them. `tinyproxy-bin` is the program alone: no service is started. */
const programs = [
  ['ip', 'iproute2'],
  ['unshare', 'util-linux'],
  ['nsenter', 'util-linux'],
  ['tinyproxy', 'tinyproxy-bin'],
];

/**
 * Without them, those tests are left out and say so.
 * @param {(text: string) => void} say
 */
export async function setUpNetworkTools(say) {
  const packages = programs.flatMap(([program = '', name = '']) => (findProgram(program) ? [] : [name]));
  if (packages.length > 0) await installFromDebian([...new Set(packages)], say);
}

/** Names of the programs that are not here. */
export function missingNetworkTools() {
  return programs.map(([program = '']) => program).filter((program) => !findProgram(program));
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
