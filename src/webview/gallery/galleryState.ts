/**
 * What the gallery knows: the list of everything found, the images that were asked for so far, and what is open or
 * marked. A newer list is kept aside until its first images have come, so that nothing flickers.
 */
import { wholeGallery } from '../../core/sidebar/galleryQuery.ts';
import type { GalleryList, GalleryQuery, GallerySlice, ImageCard } from '../../core/sidebar/viewState.ts';

export interface GalleryState {
  readonly query: GalleryQuery;
  /** What is shown; missing until the host has answered for the first time. */
  readonly list: GalleryList | undefined;
  /** A newer list of which no image has come yet. */
  readonly next: GalleryList | undefined;
  /** By their index in `list.times`. Only those near what was looked at last. */
  readonly items: ReadonlyMap<number, ImageCard>;
  /** The image that Tab reaches, and that is shown large. */
  readonly active: number;
  /** The image that was active on an earlier page, until it has come or turned out to be gone. */
  readonly sought: ImageAt | undefined;
  readonly isOpen: boolean;
  /** For comparing: two at most, the earlier one first. */
  readonly marked: readonly ImageCard[];
  /** Ids that were marked on an earlier page, until their images have come. */
  readonly soughtMarks: readonly string[];
  readonly isComparing: boolean;
}

/** An image and where it is in the list: when it was made, in milliseconds since 1970. */
export type ImageAt = Pick<ImageCard, 'id' | 'createdAt'>;

export const emptyGallery: GalleryState = {
  query: wholeGallery,
  list: undefined,
  next: undefined,
  items: new Map(),
  active: 0,
  sought: undefined,
  isOpen: false,
  marked: [],
  soughtMarks: [],
  isComparing: false,
};

/** Images further away from the last slice than this are let go: they are asked for again when they are needed. */
const keptAround = 800;

export function withList(state: GalleryState, list: GalleryList): GalleryState {
  const isShowing = state.list !== undefined && state.list.times.length > 0;
  // Where nothing is shown, nothing can flicker, and nothing asks for the images of the next list.
  if (isShowing && list.times.length > 0) return { ...state, next: list };
  return showing({ ...state, next: undefined }, list, new Map());
}

export function withSlice(state: GalleryState, slice: GallerySlice): GalleryState {
  const came = new Map(slice.items.map((item, index) => [slice.from + index, item]));
  const { list, next } = state;
  if (next?.revision === slice.revision) return showing({ ...state, next: undefined }, next, came);
  if (list?.revision !== slice.revision) return state;
  const near = [...state.items].filter(([index]) => Math.abs(index - slice.from) <= keptAround);
  const items = new Map([...near, ...came]);
  return settled({ ...state, items, marked: refreshed(state.marked, items) });
}

/** The marked images as they are now, wherever they are in the list or whether they are in it at all. */
export function withCards(state: GalleryState, cards: readonly ImageCard[], gone: readonly string[]): GalleryState {
  const ids = [...state.soughtMarks, ...state.marked.map(({ id }) => id)].filter((id) => !gone.includes(id));
  const known = new Map([...state.marked, ...cards].map((card) => [card.id, card]));
  const marked = ids.flatMap((id) => known.get(id) ?? []).slice(-2);
  const soughtMarks = ids.filter((id) => !known.has(id));
  const isComparing = state.isComparing && marked.length + soughtMarks.length > 1;
  return { ...state, marked, soughtMarks, isComparing };
}

/** Marks an image for comparing, or takes its mark away. The earliest mark gives way to a third. */
export function withMark({ marked, ...rest }: GalleryState, card: ImageCard): GalleryState {
  const others = marked.filter(({ id }) => id !== card.id);
  return { ...rest, marked: others.length < marked.length ? others : [...marked.slice(-1), card] };
}

/** The image that Tab reaches, or is going to. */
export function activeImage({ items, active, sought }: GalleryState): ImageAt | undefined {
  return sought ?? items.get(active);
}

/** Where an image must be in a list: the first index of its second. Undefined where the list has nothing of that second. */
export function indexAt({ times }: GalleryList, { createdAt }: ImageAt): number | undefined {
  const index = times.indexOf(Math.floor(createdAt / 1_000));
  return index < 0 ? undefined : index;
}

function showing(state: GalleryState, list: GalleryList, items: ReadonlyMap<number, ImageCard>): GalleryState {
  const shown = { ...state, list, items, marked: refreshed(state.marked, items) };
  // The history may not have been read yet: what is sought can still come.
  if (list.times.length === 0) return { ...shown, active: 0, isOpen: state.isOpen && state.sought !== undefined };
  const moved = indexOf(items, activeImage(state)) ?? (state.sought && indexAt(list, state.sought));
  const active = moved ?? Math.max(0, Math.min(state.active, list.times.length - 1));
  return state.sought && moved === undefined ? givenUp({ ...shown, active }) : settled({ ...shown, active });
}

/** Once the images around it are there, what was sought is either among them or gone. */
function settled(state: GalleryState): GalleryState {
  const { sought, items } = state;
  if (!sought || !items.has(state.active)) return state;
  const active = indexOf(items, sought);
  return active === undefined ? givenUp(state) : { ...state, active, sought: undefined };
}

function givenUp(state: GalleryState): GalleryState {
  return { ...state, sought: undefined, isOpen: false };
}

function indexOf(items: ReadonlyMap<number, ImageCard>, image: ImageAt | undefined): number | undefined {
  return image && [...items].find(([, { id }]) => id === image.id)?.[0];
}

function refreshed(marked: readonly ImageCard[], items: ReadonlyMap<number, ImageCard>): readonly ImageCard[] {
  if (marked.length === 0) return marked;
  const newest = new Map([...items.values()].map((item) => [item.id, item]));
  return marked.map((card) => newest.get(card.id) ?? card);
}
