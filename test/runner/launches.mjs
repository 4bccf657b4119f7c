// The windows that the host tests run in, one after the other: where pictures go depends on what is open.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {object} Launch
 * @property {string} name of the folder below test/host whose tests run in it
 * @property {(folder: string) => Promise<readonly string[]>} open makes what the window shows inside an empty folder, and gives the arguments that open it
 */

/** Takes every test that stands in no other launch's folder, so that none is forgotten. */
export const usualLaunch = 'oneFolder';

/** Spaces, another script and marks that mean something in a link. */
const secondFolder = 'zweiter Ordner #2 (写真) 100%';

/** @type {readonly Launch[]} */
export const launches = [
  {
    name: usualLaunch,
    async open(folder) {
      await mkdir(path.join(folder, 'workspace'));
      return [path.join(folder, 'workspace')];
    },
  },
  { name: 'noFolder', open: () => Promise.resolve([]) },
  {
    name: 'severalFolders',
    async open(folder) {
      const names = ['first', secondFolder];
      for (const name of names) await mkdir(path.join(folder, name));
      const file = path.join(folder, 'several.code-workspace');
      await writeFile(file, JSON.stringify({ folders: names.map((name) => ({ path: name })) }));
      return [file];
    },
  },
];

/**
 * @param {string} file a test, seen from test/host
 * @returns {string} the name of its launch
 */
export function launchOf(file) {
  const [folder] = file.split(/[\\/]/);
  return launches.find(({ name }) => name === folder)?.name ?? usualLaunch;
}
