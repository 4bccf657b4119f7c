/** A link in the middle of prose: in the line where the language has a form for that, otherwise between two paragraphs. */
import { isBlank, type Lines } from '../prompt/lines.ts';
import { leadingSpace } from '../prompt/blocks/proseBlock.ts';
import type { Insertion, PositionRange } from './insertion.ts';

/** Images of these are always blocks. */
const blocksOnly = new Set(['restructuredtext', 'rst']);
/** Indented, a block of these is literal text. */
const flushOnly = new Set(['asciidoc']);

/** What replaces `range`, which is empty at a cursor. */
export function withinProse(lines: Lines, range: PositionRange, eol: string, languageId: string): Insertion {
  const { start, end } = range;
  const line = lines.lineAt(start.line);
  const before = line.slice(0, start.character);
  const behind = lines.lineAt(end.line).slice(end.character);
  const isAlone = isBlank(before) && isBlank(behind);
  const isFlush = isAlone && flushOnly.has(languageId);
  const indent = isFlush ? '' : leadingSpace(line);
  if (!isAlone && !blocksOnly.has(languageId)) return { range, before: '', after: '', indent, isInline: true };
  const isOpenAbove = start.line > 0 && !isBlank(lines.lineAt(start.line - 1));
  const isOpenBelow = end.line + 1 < lines.count && !isBlank(lines.lineAt(end.line + 1));
  const above = isBlank(before) ? (isOpenAbove ? eol + indent : '') : eol + eol + indent;
  const below = isBlank(behind) ? (isOpenBelow ? eol : '') : eol + eol + indent;
  const place = isFlush ? { start: { line: start.line, character: 0 }, end } : range;
  return { range: place, before: above, after: below, indent, separator: eol + eol + indent };
}
