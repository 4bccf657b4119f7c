/** Asciidoctor: what it makes of AsciiDoc is HTML, of which its images are read. */
import path from 'node:path';
import { asciidoctor } from '../../../../runner/compilers.mjs';
import { findProgram, whyLeftOut } from '../../../../runner/debianTools.mjs';
import { root } from '../../../../runner/root.mjs';
import { outputOf, type Compiler, type SeenImage } from './compiler.ts';

const batch = path.join(root, 'test/unit/core/links/compilers/batch.rb');

export const asciidoctorCompiler: Compiler = {
  name: 'Asciidoctor',
  leftOut: whyLeftOut([asciidoctor]),
  async see(documents) {
    const args = ['-r', batch, '-'];
    const output = await outputOf(findProgram('asciidoctor') ?? '', args, JSON.stringify(documents));
    return JSON.parse(output) as readonly (readonly SeenImage[])[];
  },
};
