/** The images that the page shows as results, beside its form. */

const mostResults = 12;
/** Of images that were asked for together: as many as one call makes. The gallery has the others. */
const mostTogether = 32;

/** The newest ones, and of those that were asked for together all. @param images newest first */
export function newestImages<T extends { readonly group: string }>(images: readonly T[]): readonly T[] {
  const group = images[0]?.group;
  const end = images.findIndex((image) => image.group !== group);
  const together = end < 0 ? images.length : end;
  return images.slice(0, Math.min(mostTogether, Math.max(mostResults, together)));
}
