/** The images that the events so far tell of. */
import { costIn } from '../spend/cost.ts';
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
  /** All that are or were at a Uri, newest first. As fast in a long history as in a short one. */
  imagesAt(uri: string): readonly HistoryImage[];
}

interface Entry {
  readonly latest: Latest<ImageEvent>;
  /** Undefined while only a change of it has been read, and when it is forgotten. */
  image: HistoryImage | undefined;
}

export function createImageLedger(): ImageLedger {
  const entries = new Map<string, Entry>();
  let images: readonly HistoryImage[] | undefined;
  /** Made when first asked for, when most has been read, and kept up from then on. */
  let places: Map<string, Set<Entry>> | undefined;

  function placesNow(): ReadonlyMap<string, ReadonlySet<Entry>> {
    if (places) return places;
    places = new Map();
    for (const entry of entries.values()) if (entry.image) putAt(places, entry.image.uri, entry);
    return places;
  }

  function imagesAt(uri: string): readonly HistoryImage[] {
    return newestFirst(placesNow().get(uri) ?? []);
  }

  return {
    add(event) {
      const id = event.type === 'imageSaved' ? event.image.id : event.image;
      let entry = entries.get(id);
      if (!entry) entries.set(id, (entry = { latest: {}, image: undefined }));
      if (!takeLatest(entry.latest, event)) return false;
      if (entry.image) places?.get(entry.image.uri)?.delete(entry);
      entry.image = imageOf(entry.latest);
      if (entry.image && places) putAt(places, entry.image.uri, entry);
      images = undefined;
      return true;
    },
    get images() {
      images ??= newestFirst(entries.values());
      return images;
    },
    image: (id) => entries.get(id)?.image,
    imageAt(uri) {
      const found = imagesAt(uri);
      return found.find(({ deleted }) => !deleted) ?? found[0];
    },
    imagesAt,
  };
}

function putAt(places: Map<string, Set<Entry>>, uri: string, entry: Entry): void {
  const there = places.get(uri);
  if (there) there.add(entry);
  else places.set(uri, new Set([entry]));
}

/** Field by field: spreading ten thousand parsed objects took as long as parsing them. */
function imageOf(latest: Latest<ImageEvent>): HistoryImage | undefined {
  const { imageSaved: saved, imageMoved, documentMoved, favourite, imageDeleted, imageForgotten } = latest;
  if (!saved || imageForgotten) return undefined;
  const { id, uri, bytes, format, record, ignored, group, languageId } = saved.image;
  const document = documentMoved?.document ?? saved.image.document;
  // Not looked at before: a cost that cannot be read must not cost the image its place.
  const cost = costIn(saved.image.cost);
  return {
    id,
    uri: imageMoved?.uri ?? uri,
    bytes,
    format,
    record,
    ignored,
    ...(cost === undefined ? undefined : { cost }),
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
