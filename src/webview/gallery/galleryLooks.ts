/** Where one was in the gallery, to be kept while the page is not there: what is open, marked and reached by Tab. */
import type { GalleryQuery } from '../../core/sidebar/viewState.ts';
import { activeImage, emptyGallery, type GalleryState, type ImageAt } from './galleryState.ts';

export interface GalleryLooks {
  readonly active: ImageAt | undefined;
  readonly isOpen: boolean;
  /** Ids. */
  readonly marked: readonly string[];
  readonly isComparing: boolean;
}

export function galleryLooks(gallery: GalleryState): GalleryLooks {
  const { isOpen, isComparing, marked, soughtMarks } = gallery;
  const image = activeImage(gallery);
  return {
    active: image && { id: image.id, createdAt: image.createdAt },
    isOpen,
    marked: [...soughtMarks, ...marked.map(({ id }) => id)],
    isComparing,
  };
}

/** The gallery as it was left, before any of its images has come. */
export function galleryWith(query: GalleryQuery, looks: GalleryLooks | undefined): GalleryState {
  if (!looks) return { ...emptyGallery, query };
  const { active, isOpen, isComparing, marked } = looks;
  return {
    ...emptyGallery,
    query,
    sought: active,
    isOpen: isOpen && active !== undefined,
    soughtMarks: marked,
    isComparing,
  };
}
