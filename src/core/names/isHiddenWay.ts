/** Whether a way leads through a name that begins with a dot, which nobody expects images in. */

/** What is served or shown from these folders, everybody sees: `.vuepress/public`, `.gitbook/assets`. */
const openFolders: ReadonlyMap<string, string> = new Map([
  ['.vuepress', 'public'],
  ['.vitepress', 'public'],
  ['.gitbook', 'assets'],
]);

/** @param segments from a folder that is open, in their order */
export function isHiddenWay(segments: readonly string[]): boolean {
  return segments.some((name, index) => name.startsWith('.') && !isOpen(name, segments[index + 1]));
}

/** The folder above by itself holds configuration. */
function isOpen(name: string, next: string | undefined): boolean {
  return next !== undefined && openFolders.get(name) === next;
}
