/** Docutils, the reader of reStructuredText that Sphinx is built on. */
import path from 'node:path';
import { docutils, pythonWithDocutils } from '../../../../runner/compilers.mjs';
import { whyLeftOut } from '../../../../runner/debianTools.mjs';
import { root } from '../../../../runner/root.mjs';
import { outputOf, type Compiler, type SeenImage } from './compiler.ts';

const batch = path.join(root, 'test/unit/core/links/compilers/batch.py');

export const docutilsCompiler: Compiler = {
  name: 'docutils',
  leftOut: whyLeftOut([docutils]),
  async see(documents) {
    const output = await outputOf(pythonWithDocutils() ?? '', [batch], JSON.stringify(documents));
    return JSON.parse(output) as readonly (readonly SeenImage[])[];
  },
};
