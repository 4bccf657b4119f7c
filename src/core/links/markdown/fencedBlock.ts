/** Blocks of Markdown that say in braces what makes something of them: ```` ```{r} ````, ```` ```{figure} x.png ````. */

/** Offsets in the document. */
export interface FencedBlock {
  /** What stands behind the fence, from the brace on. */
  readonly info: string;
  readonly infoStart: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Behind the closing fence, or at the end of the text where none closes. */
  readonly end: number;
}

export type FencedBlockReader = (at: number) => FencedBlock | undefined;

const opening = /(`{3,}|~{3,}|:{3,})[ \t]*(\{[^`\r\n]*)(?=[\r\n]|$)/uy;

/** Blocks within each other are searched for their ends again and again. Of a text with so many, the rest is none. */
const maxSearched = (length: number): number => 100_000 + 5 * length;

/**
 * Reads the block that begins at an offset of a document, whatever stands in front of it in its line.
 * @param wanted its `info`: of others, nobody looks where they end
 */
export function createFencedBlockReader(text: string, wanted: RegExp): FencedBlockReader {
  let searched = 0;
  return (at) => {
    if (!'`~:'.includes(text.charAt(at)) || searched > maxSearched(text.length)) return undefined;
    opening.lastIndex = at;
    const match = opening.exec(text);
    if (!match) return undefined;
    const [whole, fence = '', info = ''] = match;
    if (!wanted.test(info)) return undefined;
    const infoEnd = at + whole.length;
    const mark = `${fence.charAt(0)}{${fence.length},}`;
    const closing = new RegExp(String.raw`(?:\r\n|\n|\r)[ \t>]*${mark}[ \t]*(?=[\r\n]|$)`, 'gu');
    closing.lastIndex = infoEnd;
    const close = closing.exec(text);
    searched += (close?.index ?? text.length) - at;
    return {
      info: info.trimEnd(),
      infoStart: infoEnd - info.length,
      contentStart: infoEnd,
      contentEnd: close?.index ?? text.length,
      end: close ? close.index + close[0].length : text.length,
    };
  };
}
