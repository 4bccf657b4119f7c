export type BlockType = 'paragraph' | 'heading' | 'html';

/** What a dialect does otherwise, and what is looked for. */
export interface BlockRules {
  /** Says of a line whether the block that it is part of is wanted at all: most are not, and each takes memory. */
  readonly isWanted: (line: string, type: BlockType) => boolean;
  readonly hasIndentedCode: boolean;
  readonly hasHtml: boolean;
  /** Definition lists, and the blocks of Python-Markdown that a mark begins and indentation goes on with. */
  readonly hasExtensions?: boolean;
  /** What stands behind code fences between which there is no code, but blocks: directives. */
  readonly fencedContainer?: RegExp;
  /**
   * Where something of the dialect ends that begins at an offset of the document, in front of a block's text; undefined
   * where nothing does. Then what follows in its line is a paragraph. `isInParagraph`: the line could go on with one.
   */
  readonly skip?: (offset: number, isTopLevel: boolean, isInParagraph: boolean) => number | undefined;
}
