/** Languages that are read alike, by VS Code's language ids. */

export const markdownLike: ReadonlySet<string> = new Set(['markdown', 'mdx', 'quarto', 'rmd']);

export const htmlLike: ReadonlySet<string> = new Set(
  'html xml vue svelte astro handlebars razor jinja jinja-html'.split(' '),
);

/** Prose with comments, which are not the only text in it. */
export const proseLike: ReadonlySet<string> = new Set(['git-commit']);

export const cssLike: ReadonlySet<string> = new Set(['css', 'scss', 'less']);
