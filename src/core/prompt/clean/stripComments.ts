/** Takes the comment markers off a text that was selected in code, and the quotes off a text that was a literal. */
import type { CommentSyntax } from '../blocks/commentSyntax.ts';

// Tags of documentation comments (C#, Java). Others may mean something: `List<String>`.
const docTag =
  /<\/?(?:summary|remarks|para|param|returns|example|code|c|p|br|b|i|em|strong|pre|ul|ol|li)\b[^<>]{0,200}>/giu;

export function stripComments(text: string, { line: markers, block }: CommentSyntax): string {
  const lines = text.split('\n');
  // Gutters of `/* … */` blocks: `*` at the beginning of every line, or it may be a product or a list.
  const hasGutter =
    block.some(([open]) => open.startsWith('/*')) && lines.filter(isContinuation).every((line) => /^\s*\*/u.test(line));
  const stripped = lines.map((line) => stripLine(line, markers, block, hasGutter));
  const isDoc = stripped.some((line, i) => line !== lines[i]);
  const joined = stripped.join('\n');
  return isDoc ? joined.replace(docTag, ' ') : unquoted(joined);
}

/** A line that is neither blank nor the opening of a block. */
function isContinuation(line: string): boolean {
  return line.trim() !== '' && !/^\s*\/\*/u.test(line);
}

function stripLine(
  line: string,
  markers: CommentSyntax['line'],
  block: CommentSyntax['block'],
  hasGutter: boolean,
): string {
  let rest = line.trim();
  const opening = block.find(([open]) => rest.startsWith(open));
  if (opening) rest = rest.slice(opening[0].length).trimStart();
  const closing = block.find(([, close]) => rest.endsWith(close));
  if (closing) rest = rest.slice(0, -closing[1].length).trimEnd();
  if (opening) return rest;
  if (hasGutter && /^\*+(?:\s|$)/u.test(rest)) return rest.replace(/^\*+\s*/u, '');
  const marker = markers.find((each) => startsWithMarker(rest, each));
  return marker === undefined ? (closing ? rest : line) : withoutRun(rest, marker);
}

/** `#1 fan` begins with no comment; `REM` counts in any case. */
function startsWithMarker(rest: string, marker: string): boolean {
  if (marker === '#' && /^#\d/u.test(rest)) return false;
  return rest.slice(0, marker.length).toLowerCase() === marker.toLowerCase() || rest.toUpperCase() === marker.trim();
}

/** `### x` and `;;; x` repeat the marker. */
function withoutRun(rest: string, marker: string): string {
  const repeated = marker.charAt(marker.length - 1);
  let end = Math.min(marker.length, rest.length);
  if ('#;%/-'.includes(repeated)) while (rest.charAt(end) === repeated) end++;
  return rest.slice(end).trim();
}

function unquoted(text: string): string {
  const trimmed = text.trim().replace(/[;,]$/u, '');
  const quote = trimmed.charAt(0);
  const inner = trimmed.slice(1, -1);
  const isLiteral = trimmed.length > 2 && '"\'`'.includes(quote) && trimmed.endsWith(quote) && !inner.includes(quote);
  return isLiteral ? inner : text;
}
