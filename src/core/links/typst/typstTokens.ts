/** The smallest parts of Typst's text, each read at an offset of the document. */

const keyword = /(?:let|set|show|if|for|while|import|include|return|context|break|continue)(?![\p{L}\p{N}_-])/uy;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d[\p{L}\p{N}.%]*/uy;
const stringLiteral = /"[^"\\]*(?:\\[^][^"\\]*)*"/uy;
const rawRun = /`+/uy;
const headingStart = /=+[^\S\n]+/uy;

/** One that begins a statement. */
export function keywordAt(text: string, at: number): string | undefined {
  return matchAt(keyword, text, at);
}

/** An identifier, or a number, which nothing calls. */
export function nameAt(text: string, at: number): string | undefined {
  return matchAt(identifier, text, at) ?? matchAt(number, text, at);
}

/** The backticks that raw text begins with. */
export function rawRunAt(text: string, at: number): string {
  return matchAt(rawRun, text, at) ?? '';
}

/** Where the text of a heading begins. */
export function headingTextAt(text: string, at: number): number | undefined {
  const mark = matchAt(headingStart, text, at);
  return mark === undefined ? undefined : at + mark.length;
}

/** Behind the quote that closes the string. */
export function stringEnd(text: string, at: number): number | undefined {
  const literal = matchAt(stringLiteral, text, at);
  return literal === undefined ? undefined : at + literal.length;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Comments can stand within each other. */
export function commentEnd(text: string, from: number): number {
  const mark = /\/\*|\*\//gu;
  mark.lastIndex = from;
  let depth = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/** Formulas hold no images, but for code in them that nobody writes. A dollar that nothing closes begins none. */
export function formulaEnd(text: string, from: number): number {
  const end = /\\[^]|"[^"\\]*(?:\\[^][^"\\]*)*"|\$/gu;
  end.lastIndex = from + 1;
  for (let match = end.exec(text); match; match = end.exec(text)) if (match[0] === '$') return end.lastIndex;
  return from + 1;
}

/** @param pattern sticky */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
