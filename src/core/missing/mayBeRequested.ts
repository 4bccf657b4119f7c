/** Whether a path that a document names can be a picture that its writer wants, and not something a tool makes of it. */

/** What can be made. An icon or a drawing in vectors is something else than a picture of that size. */
const makeable = /\.(?:png|jpe?g|webp|avif|gif)$/iu;

/** Templates of site generators (`{{ site.url }}`, `<%= x %>`, `${x}`, `%PUBLIC_URL%`) and aliases of bundlers, but for Docusaurus's. */
const template = /\{\{|\{%|\$\{|<%|\$\w|%[A-Z_]{3,}%|^(?:@(?!site\/)|~|#)|[\p{Cc}*|]/u;

const longest = 1_000;

/** @param path decoded, as seen from the document */
export function mayBeRequested(path: string): boolean {
  return path.length <= longest && makeable.test(path) && !template.test(path);
}
