/**
 * Finds image links in a line of Markdown: `![alt](target "title")` by the rules of CommonMark, and HTML's `<img>`.
 * Reference links need the whole document and are not found.
 */
import { codeSpanEnd, backtickRuns } from './codeSpans.ts';
import { decodePath } from './encodePath.ts';
import { readImageTag } from './findHtmlImages.ts';
import { inlineTarget, type InlineTarget } from './inlineTarget.ts';
import type { FoundLink } from './linkStyle.ts';
import { unescapeMarkdown } from './unescapeMarkdown.ts';

interface Bracket {
  /** Offset of `![` or `[`. */
  readonly start: number;
  readonly textStart: number;
  readonly isImage: boolean;
}

export function findMarkdownImages(line: string): readonly FoundLink[] {
  const found: FoundLink[] = [];
  if (!line.includes('](') && !/<img/iu.test(line)) return found;
  const brackets: Bracket[] = [];
  const runs = backtickRuns(line);
  let position = 0;
  while (position < line.length) {
    const character = line.charAt(position);
    if (character === '\\') position += 2;
    else if (character === '`') position = codeSpanEnd(runs, position);
    else if (character === '!' && line.charAt(position + 1) === '[') {
      brackets.push({ start: position, textStart: position + 2, isImage: true });
      position += 2;
    } else if (character === '[') {
      brackets.push({ start: position, textStart: position + 1, isImage: false });
      position++;
    } else if (character === ']') {
      position = closeBracket(position);
    } else if (character === '<') {
      position = skipTag(position);
    } else position++;
  }
  return found;

  /** Where to go on after a `]`. */
  function closeBracket(at: number): number {
    const bracket = brackets.pop();
    if (!bracket || line.charAt(at + 1) !== '(') return at + 1;
    const target = inlineTarget(line, at + 2);
    if (!target) return at + 1;
    if (bracket.isImage) addImage(bracket, at, target);
    return target.end;
  }

  function addImage({ start, textStart }: Bracket, textEnd: number, target: InlineTarget): void {
    // An image inside an image's alt text is only text.
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    if (target.targetEnd === target.targetStart) return;
    const decoded = unescapeMarkdown(line.slice(target.targetStart, target.targetEnd));
    const { targetStart, targetEnd, end } = target;
    const alt = unescapeMarkdown(line.slice(textStart, textEnd));
    found.push({ start, end, targetStart, targetEnd, target: decoded, path: decodePath(decoded), alt });
  }

  /** HTML and autolinks bind tighter than brackets. */
  function skipTag(at: number): number {
    const image = /^<img[\s/>]/iu.test(line.slice(at, at + 5)) ? readImageTag(line, at) : undefined;
    if (image?.link) found.push(image.link);
    return image?.end ?? at + 1;
  }
}
