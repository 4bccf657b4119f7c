/** Takes the marks off Markdown and keeps the words. Blocks are worked out here, what is within a line in `cleanInline.ts`. */
import { stripTags } from './cleanHtml.ts';
import { cleanInline } from './cleanInline.ts';
import { frontMatterEnd } from '../frontMatter.ts';

// Years (`1984. A novel`) are not numbers of a list.
const bullet = /^(?:[-*+]|\d{1,3}[.)])(?:\s+|$)(?:\[[ xX]\](?:\s+|$))?/u;
const dropped = [
  // Thematic breaks, setext underlines, delimiter rows of tables, admonition fences, callout marks, link definitions
  /^(?:(?:\*\s*){3,}|(?:-\s*){2,}|(?:_\s*){3,}|=+)$/u,
  /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/u,
  /^:{3,}.*$/u,
  /^\[!\w+\][-+]?$/u,
  /^\[[^\]^][^\]]*\]:\s*\S+(?:\s+["'(].*["')])?$/u,
];

export function cleanMarkdown(text: string): string {
  const all = text.split('\n');
  const lines = all.slice(frontMatterEnd({ count: all.length, lineAt: (i) => all[i] ?? '' }));
  const isTable = lines.some((line) => /^\|?\s*:?-+:?\s*\|[-:|\s]*$/u.test(line.trim()));
  const prose: string[] = [];
  const cleaned: string[] = [];
  const flush = (): void => {
    if (prose.length > 0) cleaned.push(cleanInline(stripTags(prose.splice(0).join('\n'))));
  };
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^[\s>]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence === undefined && mark !== undefined && !line.slice(line.indexOf(mark) + mark.length).includes('`')) {
      flush();
      fence = mark;
    } else if (fence !== undefined && mark !== undefined && mark.startsWith(fence) && line.trim().endsWith(mark)) {
      fence = undefined;
    } else if (fence === undefined) prose.push(cleanBlock(line, isTable));
    // What stands in a fence is meant as it is.
    else cleaned.push(line);
  }
  flush();
  return cleaned.join('\n');
}

/** One line without what makes it a quotation, an item, a heading or a row. */
function cleanBlock(line: string, isTable: boolean): string {
  let rest = line.trim();
  for (;;) {
    const shorter = withoutMarker(rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  if (dropped.some((pattern) => pattern.test(rest))) return '';
  const heading = /^#{1,6}(?:\s+|$)/u.exec(rest);
  if (heading) rest = withoutClosingHashes(rest.slice(heading[0].length));
  rest = rest.replace(/^\[\^[^\]\s]{1,100}\]:\s*/u, '');
  return isTable || (rest.startsWith('|') && rest.endsWith('|') && rest.length > 1) ? cells(rest) : rest;
}

/** The line without its outermost quotation mark, bullet or number. A thematic break begins like a bullet. */
function withoutMarker(line: string): string {
  if (line.startsWith('>')) return line.slice(1).trimStart();
  if (dropped[0]?.test(line)) return line;
  return line.replace(bullet, '');
}

/** `Title ##` and `Title {#id}`. */
function withoutClosingHashes(title: string): string {
  const withoutId = title.replace(/\s\{[#.][^{}]*\}$/u, '');
  return withoutId.replace(/(?:^|\s)#+$/u, '');
}

/** `|` between cells, unless it is escaped. */
function cells(row: string): string {
  return row.replace(/(?<!\\)\|/gu, ' ');
}
