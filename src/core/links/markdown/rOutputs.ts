/** The files that a document of R Markdown or Quarto makes itself, as far as its code names them. */
import { createFencedBlockReader } from './fencedBlock.ts';
import { rToken } from './rChunkImages.ts';

/** Says of a path whether code has it besides where it is shown: `ggsave("x.png")`. Reads the text when first asked. */
export function createOutputCheck(text: string): (target: string) => boolean {
  let outputs: ReadonlySet<string> | undefined;
  return (target) => (outputs ??= stringsIn(text)).has(target);
}

const fence = /^[ \t>]*(?=`{3}|~{3})/gmu;

/** All of R's chunks, and those of other languages, which may make the pictures that R shows. */
function stringsIn(text: string): ReadonlySet<string> {
  const strings = new Set<string>();
  const chunkAt = createFencedBlockReader(text, /^\{[ \t]*[a-z]/iu);
  fence.lastIndex = 0;
  for (let match = fence.exec(text); match; match = fence.exec(text)) {
    // Of a match without any text, the next search would find it again.
    const at = match.index + match[0].length;
    const block = chunkAt(at);
    fence.lastIndex = block ? block.end : at + 1;
    if (!block) continue;
    for (const [token] of text.slice(block.contentStart, block.contentEnd).matchAll(rToken)) {
      if (/^["']/u.test(token)) strings.add(token.slice(1, -1));
    }
  }
  return strings;
}
