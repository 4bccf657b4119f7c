// The programs that read links as their languages do. Those of Typst, JSX and style sheets are packages of npm.
import { spawnSync } from 'node:child_process';
import { findProgram } from './debianTools.mjs';

/** @typedef {import('./debianTools.mjs').Tool} Tool */

/** @type {Tool} */
export const pandoc = { name: 'pandoc', debianPackage: 'pandoc' };
/** @type {Tool} */
export const asciidoctor = { name: 'asciidoctor', debianPackage: 'asciidoctor' };
/** @type {Tool} */
export const docutils = {
  name: 'docutils',
  debianPackage: 'python3-docutils',
  isHere: () => pythonWithDocutils() !== undefined,
};

export const compilers = [pandoc, asciidoctor, docutils];

/** Debian's packages are for its own Python alone, which need not be the first one in the PATH. */
export function pythonWithDocutils() {
  const pythons = [findProgram('python3'), '/usr/bin/python3'].filter((python) => python !== undefined);
  return pythons.find((python) => spawnSync(python, ['-c', 'import docutils']).status === 0);
}
