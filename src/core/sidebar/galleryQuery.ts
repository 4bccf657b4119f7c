/** Which images of the history a search and its filters leave. */
import type { GalleryQuery } from './viewState.ts';

/** What an image is searched by. */
export interface Searchable {
  readonly record: { readonly prompt: string; readonly model: string };
  /** The document that it was made for. */
  readonly document?: string | undefined;
  readonly favourite: boolean;
}

export const wholeGallery: GalleryQuery = { text: '', model: '', document: '', favourites: false };

/** What of a value from the page, or from an earlier version's memory, is a query. */
export function parseGalleryQuery(value: unknown): GalleryQuery {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const { text, model, document, favourites } = given;
  return { text: short(text), model: short(model), document: short(document), favourites: favourites === true };
}

function short(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 1_000) : '';
}

/** Every word of the search must be in the prompt, in any order, large or small. */
export function findImages<T extends Searchable>(images: readonly T[], query: GalleryQuery): readonly T[] {
  const words = folded(query.text).split(/\s+/u).filter(Boolean);
  return images.filter(
    (image) =>
      (query.model === '' || image.record.model === query.model) &&
      (query.document === '' || image.document === query.document) &&
      (!query.favourites || image.favourite) &&
      holdsAll(image.record.prompt, words),
  );
}

function holdsAll(prompt: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = folded(prompt);
  return words.every((word) => text.includes(word));
}

/** Full-width letters, ligatures and composed accents are found however they are typed. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
