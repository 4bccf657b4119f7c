// node_modules as the lock file says, installed only when they differ.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';
import { Advice, run } from './run.mjs';

/** @param {(text: string) => void} say */
export async function installPackages(say) {
  if (await installed()) return;
  say('Installing the packages of package-lock.json (about half a minute)');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0)
    throw new Advice(`${output}\nnpm ci failed: check the connection to the package registry and try again.`);
}

/** npm keeps a list of what it installed; what is optional may be missing from it on another platform. */
async function installed() {
  const list = await readFile(path.join(root, 'node_modules/.package-lock.json'), 'utf8').catch(() => undefined);
  if (list === undefined) return false;
  const present = JSON.parse(list).packages;
  const wanted = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || present[place]?.integrity === entry.integrity,
  );
}
