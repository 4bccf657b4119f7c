/** LaTeX's options: `width=3cm, alt={a, b}`. Commas and equal signs in braces belong to the value. */

export function keyValues(options: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= options.length; i++) {
    const character = options.charAt(i);
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (i >= options.length || (character === ',' && depth === 0)) {
      const [key = '', ...value] = options.slice(start, i).split('=');
      const text = value.join('=').trim();
      values.set(key.trim(), text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text);
      start = i + 1;
    }
  }
  return values;
}
