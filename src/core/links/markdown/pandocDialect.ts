/** Markdown as Quarto and R Markdown have it: chunks of R make images, and tags hold Markdown. */
import { createFencedBlockReader } from './fencedBlock.ts';
import { commonMark, type MarkdownDialect } from './markdownDialect.ts';
import { anyRImage, rChunk, rChunkImages } from './rChunkImages.ts';
import { createOutputCheck } from './rOutputs.ts';

export const pandocDialect: MarkdownDialect = {
  ...commonMark,
  blockRules(text, found) {
    const rules = commonMark.blockRules(text, found);
    const chunkAt = createFencedBlockReader(text, rChunk);
    const isOutput = createOutputCheck(text);
    return {
      ...rules,
      skip(offset, isTopLevel, isInParagraph) {
        const block = chunkAt(offset);
        const images = block ? rChunkImages(text, block, isOutput) : [];
        found.push(...images);
        return block && images.length > 0 ? block.end : rules.skip?.(offset, isTopLevel, isInParagraph);
      },
    };
  },
  hasMarkdownInHtml: true,
  anyImage: new RegExp(`${commonMark.anyImage.source}|${anyRImage.source}`, 'iu'),
};
