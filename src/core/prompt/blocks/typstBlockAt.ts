/** The blocks of Typst: paragraphs, items, and the code, raw text and comments that go over lines. */
import { scanTypst } from '../../links/typst/typstScanner.ts';
import { textLines } from '../../links/textLines.ts';
import { isBlank, type Lines } from '../lines.ts';
import { itemIndent, leadingSpace, textOf, type ProseBlock } from './proseBlock.ts';

const item = /^\s*(?:[-+]|\d{1,9}\.|\/(?=\s[^:]+:))\s+/u;
const heading = /^\s*=+\s/u;

export function typstBlockAt(lines: Lines, line: number): ProseBlock | undefined {
  const { count, lineAt } = lines;
  const text = textOf(lines);
  const starts = textLines(text).map(({ start }) => start);
  const { hidden, code } = scanTypst(text);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // Code first: what is raw within it ends with it.
  const ranges = [...code.map(({ start, end }) => ({ start, end, type: 'code' as const })), ...hidden]
    .map(({ start, end, type }) => ({ type, startLine: lineOf(start), endLine: lineOf(Math.max(start, end - 1)) }))
    .filter(({ startLine, endLine }) => startLine < endLine);
  const rangeAt = (at: number): (typeof ranges)[number] | undefined =>
    ranges.find((range) => range.startLine <= at && at <= range.endLine);
  const range = rangeAt(line);
  if (range) {
    const { startLine, endLine, type } = range;
    const isClosed = /^\s*`+/u.test(lineAt(endLine));
    const inside = { startLine: startLine + 1, endLine: isClosed ? endLine - 1 : endLine };
    const content = type === 'raw' ? inside : { startLine, endLine };
    const isText = type !== 'code' && content.startLine <= content.endLine;
    return { startLine, endLine, content: isText ? content : undefined, indent: leadingSpace(lineAt(startLine)) };
  }
  if (isBlank(lineAt(line))) return undefined;
  let startLine = line;
  while (startLine > 0 && isSame(startLine)) startLine--;
  let endLine = line;
  while (endLine + 1 < count && isSame(endLine + 1)) endLine++;
  const indent = itemIndent(lineAt(startLine), item) ?? leadingSpace(lineAt(startLine));
  const isCode = /^\s*#(?:let|set|show|import|include|image|figure)\b/u.test(lineAt(startLine));
  return { startLine, endLine, content: isCode ? undefined : { startLine, endLine }, indent };

  function isSame(at: number): boolean {
    const [above, own] = [lineAt(at - 1), lineAt(at)];
    if (isBlank(above) || isBlank(own) || rangeAt(at) || rangeAt(at - 1)) return false;
    if (item.test(own) || heading.test(own) || heading.test(above)) return false;
    return /^\s*\/\//u.test(above) === /^\s*\/\//u.test(own) && !/^\s*#(?:let|set|show|import)\b/u.test(own + above);
  }
}
