/** Image links of Markdown, `![alt](target)`, by the rules of CommonMark and with the habits of VS Code. */
import { encodeOnly, encodePath, looksLikeUri } from '../encodePath.ts';
import { findMarkdownImages } from './findMarkdownImages.ts';
import type { LinkStyle, LinkTarget } from '../linkStyle.ts';
import { markdownHeadings } from './markdownHeadings.ts';
import { oneLine } from '../oneLine.ts';
import { outsideTemplates } from './outsideTemplates.ts';

export const markdown: LinkStyle = {
  write: ({ target, alt }) => ({ before: '![', alt: writeAlt(alt), after: `](${writeTarget(target)})` }),
  find: (text) => findMarkdownImages(text),
  headings: (text) => markdownHeadings(text),
  canRequest: true,
  writeTarget,
  writeAlt,
};

const special = /[[\]|]|\\(?=[!-/:-@[-`{-~]|$)|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)|^\^/gu;
// These mean something in pairs only: emphasis, and beyond CommonMark struck out words and the math of VS Code's preview.
const pairing = [/(?<=\S)\*|\*(?=\S)/gu, /(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, /~/gu, /\$/gu];

/**
 * As few escapes as it takes: markdown-it 13 and 14, which many site generators use, drop escaped characters from an
 * image's alt text. A backtick becomes an entity: inside a code span that an earlier one in the paragraph opens, a
 * backslash would not keep it from closing the span in the middle of the link. So does what opens a template's tag.
 */
function writeAlt(alt: string): string {
  let text = oneLine(alt).replace(special, String.raw`\$&`);
  for (const mark of pairing) if ((text.match(mark)?.length ?? 0) > 1) text = text.replace(mark, String.raw`\$&`);
  return outsideTemplates(text);
}

/**
 * `<…>` where VS Code writes it, around spaces and around parentheses that do not match, otherwise percent-encoded.
 * Unlike VS Code, `%`, `#` and `?` are encoded: in a file's name they mean themselves.
 */
function writeTarget(target: LinkTarget): string {
  if (target.type === 'uri') return target.uri.replace(/[()\s<>\\]/gu, encodeMark);
  const path = looksLikeUri(target.path) ? `./${target.path}` : target.path;
  if (!needsBrackets(path)) return encodePath(path).replace(marksInPath, encodeMark);
  return `<${encodeOnly(path, unsafeInBrackets).replace(marksInPath, encodeMark)}>`;
}

/** What would be an entity, and what would end a formula that a `$` further up begins: pandoc reads those first. */
const marksInPath = /&(?=#?[A-Za-z0-9]+;)|\$/gu;

// Whitespace other than a space and invisible characters would not survive a reader's eye or a formatter.
const unsafeInBrackets = /[%#?<>{\\`|\p{Cc}\p{Cf}]|(?! )\s/gu;

function needsBrackets(path: string): boolean {
  return path.includes(' ') || !hasMatchingParentheses(path);
}

/** CommonMark promises three levels of parentheses, no more. */
function hasMatchingParentheses(path: string): boolean {
  let depth = 0;
  for (const character of path) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth < 0 || depth > 3) return false;
  }
  return depth === 0;
}

/** `encodeURIComponent` leaves parentheses alone. */
function encodeMark(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);
}
