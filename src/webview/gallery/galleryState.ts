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
  readonly isOpen: boolean;
  /** For comparing: two at most, the earlier one first. */
  readonly marked: readonly ImageCard[];
  readonly isComparing: boolean;
}

export const emptyGallery: GalleryState = {
  query: wholeGallery,
  list: undefined,
  next: undefined,
  items: new Map(),
  active: 0,
  isOpen: false,
  marked: [],
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
  return { ...state, items, marked: refreshed(state.marked, items) };
}

/** The marked images as they are now, wherever they are in the list or whether they are in it at all. */
export function withCards(state: GalleryState, cards: readonly ImageCard[], gone: readonly string[]): GalleryState {
  const left = state.marked.filter(({ id }) => !gone.includes(id));
  const marked = left.map((card) => cards.find(({ id }) => id === card.id) ?? card);
  return { ...state, marked, isComparing: state.isComparing && marked.length > 1 };
}

/** Marks an image for comparing, or takes its mark away. The earliest mark gives way to a third. */
export function withMark({ marked, ...rest }: GalleryState, card: ImageCard): GalleryState {
  const others = marked.filter(({ id }) => id !== card.id);
  return { ...rest, marked: others.length < marked.length ? others : [...marked.slice(-1), card] };
}

function showing(state: GalleryState, list: GalleryList, items: ReadonlyMap<number, ImageCard>): GalleryState {
  const activeId = state.items.get(state.active)?.id;
  const moved = activeId === undefined ? undefined : [...items].find(([, { id }]) => id === activeId)?.[0];
  const active = moved ?? Math.max(0, Math.min(state.active, list.times.length - 1));
  const isOpen = state.isOpen && list.times.length > 0;
  return { ...state, list, items, active, isOpen, marked: refreshed(state.marked, items) };
}

function refreshed(marked: readonly ImageCard[], items: ReadonlyMap<number, ImageCard>): readonly ImageCard[] {
  if (marked.length === 0) return marked;
  const newest = new Map([...items.values()].map((item) => [item.id, item]));
  return marked.map((card) => newest.get(card.id) ?? card);
}
