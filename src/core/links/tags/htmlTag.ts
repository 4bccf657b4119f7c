/** Reads an opening tag of HTML with its attributes. */

export interface Attribute {
  /** As written. */
  readonly name: string;
  /** As written, without quotes; undefined where there is no value or none in words, such as JSX's `{…}`. */
  readonly text: string | undefined;
  /** Where the value stands; of code, its opening brace. */
  readonly start: number;
  /** What stands in the braces of JSX, if the value does. */
  readonly code?: string;
}

export interface Tag {
  /** As written. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly start: number;
  readonly end: number;
}

// Sticky, so that each step goes on where the last one ended. No part can match the beginning of another; values
// without quotes hold none (what is in braces is JSX, as Docusaurus takes it in Markdown), or a text made for it could be
// read again from each of its tags. A template at the beginning of a value may hold the quotes that stand around it.
const opening = /<([A-Za-z][^\s/>"'<=]*)/uy;
const attribute =
  /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"((?:\{\{[^{}"\n]{0,50}"[^{}"\n]{0,500}"[^{}"\n]{0,100}\}\})?[^"]*)"|'((?:\{\{[^{}'\n]{0,50}'[^{}'\n]{0,500}'[^{}'\n]{0,100}\}\})?[^']*)'|\{(\{(?=[^{}]*[\s"':])[^{}]*\})\}|\{(?=[^{}]*["'])([^{}]*)\}|([^\s"'=<>`]+)))?/uy;
const closing = /[\s/]*>/uy;

/** The tag that begins at `start`; undefined where there is none or it does not end. */
export function openingTagAt(text: string, start: number): Tag | undefined {
  opening.lastIndex = start;
  const name = opening.exec(text)?.[1];
  if (name === undefined) return undefined;
  const attributes: Attribute[] = [];
  let position = opening.lastIndex;
  for (;;) {
    attribute.lastIndex = position;
    const match = attribute.exec(text);
    if (!match) break;
    position = attribute.lastIndex;
    const [, attributeName = '', double, single, object, other, bare] = match;
    const code = object ?? other;
    if (code !== undefined) {
      attributes.push({ name: attributeName, text: undefined, start: position - code.length - 2, code });
      continue;
    }
    const value = double ?? single ?? bare;
    const valueStart = position - (value?.length ?? 0) - (value === undefined || bare !== undefined ? 0 : 1);
    attributes.push({ name: attributeName, text: value, start: valueStart });
  }
  closing.lastIndex = position;
  return closing.test(text) ? { name, attributes, start, end: closing.lastIndex } : undefined;
}
