/** The metadata at the top of a Markdown file: YAML between `---`, TOML between `+++`. */
import type { Lines } from './lines.ts';

/** Where the text begins: behind the closing line, 0 without front matter. */
export function frontMatterEnd({ count, lineAt }: Lines): number {
  const open =
    count > 1
      ? lineAt(0)
          .trimEnd()
          .replace(/^\uFEFF/u, '')
      : '';
  if (open !== '---' && open !== '+++') return 0;
  // `---` also draws a line: what follows it in metadata is a key, a comment or the end.
  const key =
    open === '---'
      ? /^(?:["']?[\p{L}_][^:]*:(?:\s|$)|#|---\s*$|-\s|[{])/u
      : /^(?:["']?[\w.-]+["']?\s*=|#|\[|\+\+\+\s*$)/u;
  let first = 1;
  while (first < count && lineAt(first).trim() === '') first++;
  if (first >= count || !key.test(lineAt(first))) return 0;
  for (let i = 1; i < count; i++) {
    const line = lineAt(i).trimEnd();
    if (line === open || (open === '---' && line === '...')) return i + 1;
  }
  return 0;
}
