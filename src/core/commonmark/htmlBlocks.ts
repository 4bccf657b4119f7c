/** The seven kinds of HTML blocks of CommonMark: how each begins and ends. */

const tagName = '[A-Za-z][A-Za-z0-9-]*';
const value = `(?:[^"'=<>\`\\s]+|'[^']*'|"[^"]*")`;
const attribute = String.raw`(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*${value})?)`;

const kinds: readonly (readonly [begin: RegExp, end: RegExp | undefined])[] = [
  [/^<(?:script|pre|textarea|style)(?:\s|>|$)/iu, /<\/(?:script|pre|textarea|style)>/iu],
  [/^<!--/u, /-->/u],
  [/^<\?/u, /\?>/u],
  [/^<![A-Za-z]/u, />/u],
  [/^<!\[CDATA\[/u, /\]\]>/u],
  [
    new RegExp(
      String.raw`^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|` +
        'dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[123456]|head|header|hr|html|' +
        'iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|' +
        String.raw`table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$)`,
      'iu',
    ),
    undefined,
  ],
];

/** A tag alone on its line, whatever its name. */
const anyTag = new RegExp(String.raw`^(?:<${tagName}${attribute}*\s*/?>|</${tagName}\s*>)\s*$`, 'u');

export interface HtmlBlock {
  /** What the last line holds; undefined for blocks that a blank line ends. */
  readonly end: RegExp | undefined;
}

/** The block that `text` begins, a line without its indentation. */
export function htmlBlockAt(text: string, isInParagraph: boolean): HtmlBlock | undefined {
  if (!text.startsWith('<')) return undefined;
  for (const [begin, end] of kinds) if (begin.test(text)) return { end };
  return !isInParagraph && anyTag.test(text) ? { end: undefined } : undefined;
}
