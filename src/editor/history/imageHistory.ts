/** The images of the history, and what happens to them. */
import type { Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { HistoryChange, HistoryImage, SavedImage } from '../../core/history/event.ts';
import type { EventStore } from './eventStore.ts';

/** What a picture was made for. */
export interface HistorySource {
  readonly document: Uri | undefined;
  readonly languageId: string | undefined;
}

export interface ImageHistory {
  /** Newest first. The same list until something changes. */
  readonly images: readonly HistoryImage[];
  get(id: string): HistoryImage | undefined;
  /** The newest image at a place. */
  find(place: Uri): HistoryImage | undefined;
  /** `group` is the id of the job that made it. Whatever was at that place before is deleted. */
  add(picture: Picture<Uri>, source: HistorySource, group: string): HistoryImage;
  setFavourite(id: string, on: boolean): void;
  /** Its file went to the trash: it stays in the list, marked. */
  markDeleted(id: string): void;
  /** Also says that its file is there (again), and nobody else's any more; unless `isThere` is false. */
  markMoved(id: string, uri: Uri, isThere?: boolean): void;
  markDocumentMoved(id: string, document: Uri): void;
  /** Takes it out of the history. */
  forget(id: string): void;
}

export function createImageHistory({ ledger, record }: Pick<EventStore, 'ledger' | 'record'>): ImageHistory {
  function recordOf(id: string, changeOf: (image: HistoryImage) => HistoryChange | undefined): void {
    const image = ledger.image(id);
    const change = image && changeOf(image);
    if (change) void record(change);
  }

  /** A place holds one file: those that were there before are gone, whoever has seen that or not. */
  function clearPlace(uri: string, newcomer: string | undefined): void {
    for (const { id, deleted } of ledger.imagesAt(uri)) {
      if (!deleted && id !== newcomer) void record({ type: 'imageDeleted', image: id });
    }
  }

  return {
    get images() {
      return ledger.images;
    },
    get: (id) => ledger.image(id),
    find: (place) => ledger.imageAt(place.toString()),
    add(picture, source, group) {
      const image = savedImage(picture, source, group);
      clearPlace(image.uri, undefined);
      void record({ type: 'imageSaved', image });
      return ledger.image(image.id) ?? { ...image, savedAt: Date.now(), favourite: false, deleted: false };
    },
    setFavourite(id, on) {
      recordOf(id, ({ favourite }) => (favourite === on ? undefined : { type: 'favourite', image: id, on }));
    },
    markDeleted(id) {
      recordOf(id, ({ deleted }) => (deleted ? undefined : { type: 'imageDeleted', image: id }));
    },
    markMoved(id, uri, isThere = true) {
      if (!ledger.image(id)) return;
      if (isThere) clearPlace(uri.toString(), id);
      void record({ type: 'imageMoved', image: id, uri: uri.toString() });
      if (!isThere) void record({ type: 'imageDeleted', image: id });
    },
    markDocumentMoved(id, document) {
      recordOf(id, () => ({ type: 'documentMoved', image: id, document: document.toString() }));
    },
    forget(id) {
      recordOf(id, () => ({ type: 'imageForgotten', image: id }));
    },
  };
}

function savedImage(
  { place, bytes, format, record, ignored, cost }: Picture<Uri>,
  { document, languageId }: HistorySource,
  group: string,
): SavedImage {
  return {
    id: crypto.randomUUID(),
    uri: place.toString(),
    bytes,
    format,
    record,
    ignored,
    ...(cost ? { cost } : {}),
    group,
    ...(document ? { document: document.toString() } : {}),
    ...(languageId === undefined ? {} : { languageId }),
  };
}
