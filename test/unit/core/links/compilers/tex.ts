/**
 * LaTeX itself, where it is installed: with 40 MB to fetch and 124 MB on the disk it is too large to be brought along.
 * Its log names each picture that it has opened.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from '../../../../runner/debianTools.mjs';
import { run, temporaryFolder } from '../../../../runner/run.mjs';
import { onePixel } from './onePixel.ts';
import type { Compiler, SeenImage } from './compiler.ts';

const program = findProgram('pdflatex');
const start = '@@document ';
/** Of a picture, and of an error that is none about letters. */
const entry = /^(?:File: (.*) Graphic file \(type png\)|! (?!LaTeX Error: Unicode character).*)$/gmu;

export const tex: Compiler = {
  name: 'LaTeX',
  leftOut: program === undefined ? 'not installed: pdflatex, which npm test does not install' : undefined,
  async see(documents, files) {
    const folder = path.join(temporaryFolder('tex'), 'docs/book');
    for (const file of ['main', ...files].map((name) => path.join(folder, name))) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, onePixel);
    }
    const bodies = documents.map((text, index) => `\\typeout{${start}${index}}\n\n${text}\n\\clearpage\n`);
    const head = '\\documentclass{article}\n\\usepackage{graphicx}\n\\begin{document}\n';
    await writeFile(path.join(folder, 'main.tex'), `${head}${bodies.join('\n')}\\end{document}\n`);
    const args = ['-interaction=nonstopmode', '-draftmode', 'main.tex'];
    // It fails, as its fonts have no letters for most scripts, but goes on.
    await run(program ?? '', args, { cwd: folder, env: { ...process.env, max_print_line: '10000' } });
    const log = await readFile(path.join(folder, 'main.log'), 'utf8');
    return log.split(start).slice(1).map(imagesIn);
  },
};

function imagesIn(log: string): readonly SeenImage[] {
  return Array.from(log.matchAll(entry), ([error, source = error]) => ({ source, alt: undefined }));
}
