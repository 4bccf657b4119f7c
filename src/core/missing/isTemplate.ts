/** Whether a document is only the frame of pages that lie elsewhere, so that nobody knows where its relative links start. */

const tag =
  /\{%-?\s*(?:extends|block|include|import|macro|load|if|for|set|assign|render|layout)\b|\{\{-?\s*(?:define|block|partial|template|with|range|end)\b/u;

/** HTML with the tags of Jinja, Django, Liquid, Twig, Go. With front matter it is a page itself, unless it is a layout. */
export function isTemplate(languageId: string, path: string, text: string): boolean {
  if (languageId !== 'html') return false;
  return /\/_(?:layouts|includes)\//u.test(path) || (!/^\uFEFF?---[ \t]*[\r\n]/u.test(text) && tag.test(text));
}
