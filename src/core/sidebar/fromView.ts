/** What the sidebar's page may ask for. `parseFromView` is the only way in: nothing else that comes from a page is believed. */
import { parseFormValues, type FormValues } from './formValues.ts';
import { parseGalleryQuery } from './galleryQuery.ts';
import { maxDroppedFile } from './limits.ts';
import type { GalleryQuery, ViewTab } from './viewState.ts';

export const imageActions = [
  'insert',
  'copyLink',
  'copyPath',
  'open',
  'reveal',
  'regenerate',
  'variations',
  'reuse',
  'copyAsCode',
  'favourite',
  'unfavourite',
  'delete',
  'restore',
  'forget',
] as const;
export type ImageAction = (typeof imageActions)[number];

export const formActions = [
  'generate',
  'startAgain',
  'clear',
  'undo',
  'chooseModel',
  'chooseImage',
  'editStyles',
] as const;
export type FormAction = (typeof formActions)[number];

export type FromView =
  | { readonly type: 'ready' }
  /** With every change of the form, and with what is to be done with it. */
  | { readonly type: 'form'; readonly values: FormValues }
  | { readonly type: FormAction; readonly values: FormValues }
  | { readonly type: 'tab'; readonly tab: ViewTab }
  /** `button`: `cancel`, `dismiss`, or one of the card's own. */
  | { readonly type: 'job'; readonly id: string; readonly button: string }
  | { readonly type: 'notice'; readonly button: string }
  | { readonly type: 'image'; readonly id: string; readonly action: ImageAction }
  | { readonly type: 'gallery'; readonly query: GalleryQuery }
  | { readonly type: 'slice'; readonly revision: number; readonly from: number; readonly count: number }
  /** Images that the page holds on to, whatever the list is by now: those that are compared. */
  | { readonly type: 'cards'; readonly ids: readonly string[] }
  /** A small picture that the page has made: WebP, PNG or JPEG. */
  | { readonly type: 'thumbnail'; readonly id: string; readonly bytes: Uint8Array }
  /** The page could not show an image's file. */
  | { readonly type: 'unreadable'; readonly id: string }
  /** An image that was dropped on the form: its bytes, or where it is. */
  | { readonly type: 'droppedFile'; readonly bytes: Uint8Array }
  | { readonly type: 'droppedUri'; readonly uri: string };

const maxThumbnail = 256 * 1024;
const maxSlice = 400;
const maxCards = 10;
/** Ids are made by us; what is longer was not. */
const maxId = 100;
/** One may carry the name of a model. */
const maxButton = 250;

type Fields = Readonly<Record<string, unknown>>;
type Parse = (fields: Fields) => FromView | undefined;

const formAction = Object.fromEntries(
  formActions.map((type): [FormAction, Parse] => [type, ({ values }) => ({ type, values: parseFormValues(values) })]),
) as Readonly<Record<FormAction, Parse>>;

const parsers: Readonly<Record<FromView['type'], Parse>> = {
  ...formAction,
  ready: () => ({ type: 'ready' }),
  form: ({ values }) => ({ type: 'form', values: parseFormValues(values) }),
  tab: ({ tab }) => (tab === 'create' || tab === 'gallery' ? { type: 'tab', tab } : undefined),
  job: ({ id, button }) => (isId(id) && isButton(button) ? { type: 'job', id, button } : undefined),
  notice: ({ button }) => (isId(button) ? { type: 'notice', button } : undefined),
  image: ({ id, action }) => (isId(id) && isImageAction(action) ? { type: 'image', id, action } : undefined),
  gallery: ({ query }) => ({ type: 'gallery', query: parseGalleryQuery(query) }),
  slice: ({ revision, from, count }) =>
    isIndex(revision) && isIndex(from) && isIndex(count)
      ? { type: 'slice', revision, from, count: Math.min(count, maxSlice) }
      : undefined,
  cards: ({ ids }) =>
    Array.isArray(ids) && ids.length <= maxCards && ids.every(isId) ? { type: 'cards', ids } : undefined,
  thumbnail: ({ id, bytes }) => {
    const checked = bytesUpTo(bytes, maxThumbnail);
    return isId(id) && checked ? { type: 'thumbnail', id, bytes: checked } : undefined;
  },
  unreadable: ({ id }) => (isId(id) ? { type: 'unreadable', id } : undefined),
  droppedFile: ({ bytes }) => {
    const checked = bytesUpTo(bytes, maxDroppedFile);
    return checked && { type: 'droppedFile', bytes: checked };
  },
  droppedUri: ({ uri }) => (typeof uri === 'string' && uri.length <= 10_000 ? { type: 'droppedUri', uri } : undefined),
};

/** Undefined for everything that is not one of these messages. Never throws. */
export function parseFromView(value: unknown): FromView | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Fields;
  const { type } = fields;
  return typeof type === 'string' && Object.hasOwn(parsers, type)
    ? parsers[type as FromView['type']](fields)
    : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxId;
}

function isButton(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxButton;
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isImageAction(value: unknown): value is ImageAction {
  return imageActions.some((action) => action === value);
}

/** The workbench hands bytes over as an ArrayBuffer or as the view that was sent. */
function bytesUpTo(value: unknown, max: number): Uint8Array | undefined {
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  return bytes instanceof Uint8Array && bytes.length > 0 && bytes.length <= max ? bytes : undefined;
}
