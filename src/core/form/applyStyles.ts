/** Styles: texts with a name that make a prompt look like something. */

/** Where the prompt goes in a style that is more than an ending. */
const place = '{prompt}';

export interface Styled {
  readonly prompt: string;
  /** Names that mean nothing, for instance since the settings were changed. */
  readonly unknown: readonly string[];
}

/**
 * One style after the other, each upon what the others have made of the prompt.
 * @param names of the chosen ones
 * @param styles from name to text
 */
export function applyStyles(
  prompt: string,
  names: readonly string[],
  styles: Readonly<Record<string, string>>,
): Styled {
  const isKnown = (name: string): boolean => Object.hasOwn(styles, name);
  return {
    prompt: names.filter(isKnown).reduce((styled, name) => applyStyle(styled, styles[name] ?? ''), prompt),
    unknown: names.filter((name) => !isKnown(name)),
  };
}

function applyStyle(prompt: string, style: string): string {
  if (style.includes(place)) return style.replaceAll(place, () => prompt);
  const start = withoutEnd(prompt);
  const ending = style.replace(/^[\s,]+/, '').trimEnd();
  if (ending === '') return prompt;
  return start === '' ? ending : `${start}, ${ending}`;
}

/** Without the commas and white space at its end. From the end: a pattern would try anew at every space within. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
