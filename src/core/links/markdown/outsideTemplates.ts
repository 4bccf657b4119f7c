/**
 * Keeps words from being run: site generators take shortcodes and tags of templates (`{{< x >}}`, `{{ x }}`, `{% x %}`,
 * `{# x #}`) out before they read Markdown, and knitr runs what stands between backticks.
 */

/** Character references are read by Markdown only, and in attributes as well. A backslash would stop none of them. */
export function outsideTemplates(markdown: string): string {
  return markdown.replace(/\{(?=[{%#])/gu, '&#123;').replaceAll('`', '&#96;');
}
