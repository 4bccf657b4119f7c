/** HTML and autolinks within a text of Markdown: they bind tighter than brackets. */

// Sticky and in steps, as in `htmlTag.ts`, but with CommonMark's rules of what is a tag.
const opening = /<[A-Za-z][A-Za-z0-9-]*/uy;
// `style={{ width: 1 }}` is no HTML, but Docusaurus takes it in files of Markdown. A template at the beginning of a value
// may hold the quotes that stand around it: it is filled in before Markdown is read.
const attribute =
  /\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"(?:\{\{[^{}"\n]{0,50}"[^{}"\n]{0,500}"[^{}"\n]{0,100}\}\})?[^"]*"|'(?:\{\{[^{}'\n]{0,50}'[^{}'\n]{0,500}'[^{}'\n]{0,100}\}\})?[^']*'|\{\{[^{}]*\}\}|[^\s"'=<>`]+))?/uy;
const closing = /\s*\/?>/uy;
const closingTag = /<\/[A-Za-z][A-Za-z0-9-]*\s*>/uy;
const autolink = /<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\s\p{Cc}]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>/uy;

/** What ends what begins with these; longest first. */
const others: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

export type InlineHtmlReader = (at: number) => number | undefined;

/** Tells where what begins with the `<` at an offset ends, if it is HTML or an autolink. */
export function createInlineHtmlReader(text: string): InlineHtmlReader {
  // Looked for once: a text full of `<!--` must not be searched to its end for each of them.
  const missing = new Set<string>();
  return (at) => {
    if (text.charAt(at) !== '<') return undefined;
    const second = text.charAt(at + 1);
    if (second === '/') return matchEnd(closingTag, text, at);
    if (second === '!' || second === '?') return otherEnd(at);
    return matchEnd(autolink, text, at) ?? tagEnd(text, at);
  };

  function otherEnd(at: number): number | undefined {
    const [begin, end] = others.find(([mark]) => text.startsWith(mark, at)) ?? ['', ''];
    if (begin === '' || (begin === '<!' && !/[A-Za-z]/u.test(text.charAt(at + 2)))) return undefined;
    if (missing.has(end)) return undefined;
    // `<!-->` is a comment, too.
    const found = text.indexOf(end, at + (begin === '<!--' ? 2 : begin.length));
    if (found < 0) missing.add(end);
    return found < 0 ? undefined : found + end.length;
  }
}

function tagEnd(text: string, at: number): number | undefined {
  let position = matchEnd(opening, text, at);
  for (let next = position; next !== undefined; next = matchEnd(attribute, text, next)) position = next;
  return position === undefined ? undefined : matchEnd(closing, text, position);
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
