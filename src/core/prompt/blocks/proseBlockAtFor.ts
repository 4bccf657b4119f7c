/** The block of prose at a line, by VS Code's language ids. */
import { asciidocBlockAt } from './asciidocBlockAt.ts';
import { latexBlockAt } from './latexBlockAt.ts';
import { orgBlockAt } from './orgBlockAt.ts';
import type { ProseBlockAt } from './proseBlock.ts';
import { rstBlockAt } from './rstBlockAt.ts';
import { typstBlockAt } from './typstBlockAt.ts';

const blocks: Readonly<Record<string, ProseBlockAt>> = {
  restructuredtext: rstBlockAt,
  rst: rstBlockAt,
  asciidoc: asciidocBlockAt,
  latex: latexBlockAt,
  tex: latexBlockAt,
  typst: typstBlockAt,
  org: orgBlockAt,
};

/** Undefined for a language that has no such blocks. */
export function proseBlockAtFor(languageId: string): ProseBlockAt | undefined {
  return Object.hasOwn(blocks, languageId) ? blocks[languageId] : undefined;
}
