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

type SavedEvent = Extract<ImageEvent, { readonly type: 'imageSaved' }>;

interface Shown {
  readonly image: HistoryImage;
  readonly saved: SavedEvent;
}

interface View {
  readonly images: readonly HistoryImage[];
  readonly byUri: ReadonlyMap<string, HistoryImage>;
}

export function createImageLedger(): ImageLedger {
  const known = new Map<string, Latest<ImageEvent>>();
  /** Without those that are forgotten, and those of which only a change has been read so far. */
  const shown = new Map<string, Shown>();
  let view: View | undefined;

  return {
    add(event) {
      const id = event.type === 'imageSaved' ? event.image.id : event.image;
      const latest = known.get(id) ?? {};
      known.set(id, latest);
      if (!takeLatest(latest, event)) return false;
      if (latest.imageSaved && !latest.imageForgotten) {
        shown.set(id, { image: imageOf(latest.imageSaved, latest), saved: latest.imageSaved });
      } else {
        shown.delete(id);
      }
      view = undefined;
      return true;
    },
    get images() {
      view ??= viewOf(shown.values());
      return view.images;
    },
    image: (id) => shown.get(id)?.image,
    imageAt(uri) {
      view ??= viewOf(shown.values());
      return view.byUri.get(uri);
    },
  };
}

function imageOf(saved: SavedEvent, latest: Latest<ImageEvent>): HistoryImage {
  const { imageMoved, documentMoved, favourite, imageDeleted } = latest;
  return {
    ...saved.image,
    ...(imageMoved ? { uri: imageMoved.uri } : {}),
    ...(documentMoved ? { document: documentMoved.document } : {}),
    savedAt: saved.at,
    favourite: favourite?.on ?? false,
    deleted: imageDeleted !== undefined && !(imageMoved && isLater(imageMoved, imageDeleted)),
  };
}

function viewOf(shown: Iterable<Shown>): View {
  const images = [...shown]
    .toSorted((one, other) => other.saved.at - one.saved.at || (isLater(one.saved, other.saved) ? -1 : 1))
    .map(({ image }) => image);
  const byUri = new Map<string, HistoryImage>();
  for (const image of images) {
    const found = byUri.get(image.uri);
    if (!found || (found.deleted && !image.deleted)) byUri.set(image.uri, image);
  }
  return { images, byUri };
}
