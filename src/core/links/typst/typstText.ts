/** Text in Typst's markup that means nothing but itself. */

/**
 * Marks of emphasis, raw text, formulas, code, labels, references, comments, spaces that do not break, dashes and dots
 * that become one character; in front what would begin a heading or a list. Quotation marks may become typographic ones.
 */
export function writeTypstText(text: string): string {
  return text
    .replace(/[\\*_`$#[\]<>@~]|-(?=[-?])|\.(?=\.\.)|\/(?=[/*])/gu, String.raw`\$&`)
    .replace(/^(?:[=+/-]|\d+(?=\.))/u, (mark) => (/^\d/u.test(mark) ? `${mark}\\` : `\\${mark}`));
}
