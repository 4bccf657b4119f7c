/** The images that the events so far tell of. */
import type { HistoryImage, ImageEvent } from './event.ts';
import { takeLatest, type Latest } from './latest.ts';
import { isLater } from './stamp.ts';

export interface ImageLedger {
  /** False when it changes nothing. */
  add(event: ImageEvent): boolean;
  /** Newest first. The same list until something changes. */
  readonly images: readonly HistoryImage[];
  image(id: string): HistoryImage | undefined;
  /** The newest image at a Uri; one whose file was deleted only where there is no other. */
  imageAt(uri: string): HistoryImage | undefined;
}

interface Entry {
  readonly latest: Latest<ImageEvent>;
  /** Undefined while only a change of it has been read, and when it is forgotten. */
  image: HistoryImage | undefined;
}

export function createImageLedger(): ImageLedger {
  const entries = new Map<string, Entry>();
  let images: readonly HistoryImage[] | undefined;
  let byUri: ReadonlyMap<string, HistoryImage> | undefined;

  function listed(): readonly HistoryImage[] {
    images ??= newestFirst(entries.values());
    return images;
  }

  return {
    add(event) {
      const id = event.type === 'imageSaved' ? event.image.id : event.image;
      let entry = entries.get(id);
      if (!entry) entries.set(id, (entry = { latest: {}, image: undefined }));
      if (!takeLatest(entry.latest, event)) return false;
      entry.image = imageOf(entry.latest);
      images = undefined;
      byUri = undefined;
      return true;
    },
    get images() {
      return listed();
    },
    image: (id) => entries.get(id)?.image,
    imageAt(uri) {
      byUri ??= placesOf(listed());
      return byUri.get(uri);
    },
  };
}

/** Field by field: spreading ten thousand parsed objects took as long as parsing them. */
function imageOf(latest: Latest<ImageEvent>): HistoryImage | undefined {
  const { imageSaved: saved, imageMoved, documentMoved, favourite, imageDeleted, imageForgotten } = latest;
  if (!saved || imageForgotten) return undefined;
  const { id, uri, bytes, format, record, ignored, group, languageId } = saved.image;
  const document = documentMoved?.document ?? saved.image.document;
  return {
    id,
    uri: imageMoved?.uri ?? uri,
    bytes,
    format,
    record,
    ignored,
    group,
    ...(document === undefined ? undefined : { document }),
    ...(languageId === undefined ? undefined : { languageId }),
    savedAt: saved.at,
    favourite: favourite?.on ?? false,
    deleted: imageDeleted !== undefined && !(imageMoved && isLater(imageMoved, imageDeleted)),
  };
}

function newestFirst(entries: Iterable<Entry>): readonly HistoryImage[] {
  const shown = [...entries].flatMap(({ latest, image }) =>
    image && latest.imageSaved ? { image, saved: latest.imageSaved } : [],
  );
  return shown
    .toSorted((one, other) => other.saved.at - one.saved.at || (isLater(one.saved, other.saved) ? -1 : 1))
    .map(({ image }) => image);
}

function placesOf(images: readonly HistoryImage[]): ReadonlyMap<string, HistoryImage> {
  const places = new Map<string, HistoryImage>();
  for (const image of images) {
    const found = places.get(image.uri);
    if (!found || (found.deleted && !image.deleted)) places.set(image.uri, image);
  }
  return places;
}
