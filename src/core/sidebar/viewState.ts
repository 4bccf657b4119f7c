/**
 * What the host shows in the sidebar's page: whole snapshots, and small messages for what changes often. The page draws
 * them and keeps nothing it cannot lose. Types only.
 */
import type { ParameterName } from '../parameters.ts';
import type { FormValues } from './formValues.ts';

export type ToView =
  | { readonly type: 'state'; readonly state: ViewState }
  /** The jobs alone: sent as they advance. */
  | { readonly type: 'jobs'; readonly jobs: readonly JobCard[]; readonly now: number }
  | { readonly type: 'galleryList'; readonly list: GalleryList }
  | { readonly type: 'gallerySlice'; readonly slice: GallerySlice }
  /** Answers `cards`. `gone`: ids that the history does not have any more. */
  | { readonly type: 'cards'; readonly cards: readonly ImageCard[]; readonly gone: readonly string[] }
  /** For screen readers. Urgent ones interrupt. */
  | { readonly type: 'announce'; readonly text: string; readonly urgent: boolean }
  | { readonly type: 'focus'; readonly target: 'prompt' | 'gallery' };

export interface ViewState {
  readonly tab: ViewTab;
  /** What the gallery was searched for last: a new page goes on from there. */
  readonly query: GalleryQuery;
  readonly form: FormSnapshot;
  /** Something that must be dealt with first: no token, Restricted Mode. */
  readonly notice?: Notice;
  /** Running and failed ones, newest first. */
  readonly jobs: readonly JobCard[];
  /** The host's clock, milliseconds since 1970, for the elapsed times. */
  readonly now: number;
  /** The newest images, newest first; those of one group were asked for together. At most 12, or the newest group up to 32. */
  readonly results: readonly ImageCard[];
  /** How many images the whole history has. */
  readonly historySize: number;
  /** Where Insert puts a link: a document's name and line. Missing: there is no such place. */
  readonly insertPlace?: string;
}

export type ViewTab = 'create' | 'gallery';

export interface FormSnapshot {
  readonly values: FormValues;
  /** Grows when the host itself has changed the form; the page takes `values` only then, so that typing is never undone. */
  readonly revision: number;
  /** The host has replaced what was typed, and the form's `undo` brings it back. */
  readonly canUndo: boolean;
  /** What an empty field stands for: the setting's value, as text. */
  readonly defaults: Readonly<Record<'model' | 'provider' | ParameterName, string>>;
  /** What the chosen service does not take, with the reason in words; for `model`, why it is not an image's. */
  readonly notTaken: Readonly<Partial<Record<ParameterName | 'model' | 'provider', string>>>;
  /** What can be chosen, in the order of the setting `depict.styles`. */
  readonly styles: readonly Style[];
  /** What the user's own server suggests for the scheduler; none where it has no such list. */
  readonly schedulers: readonly string[];
  /** The seed of the newest image; missing where there is none. */
  readonly lastSeed?: string;
  /** What is wrong with what was typed, by field, in words. Filled after Generate was refused. */
  readonly problems: Readonly<Partial<Record<keyof FormValues, string>>>;
}

export interface Style {
  readonly name: string;
  readonly text: string;
}

export interface Notice {
  readonly text: string;
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly id: string;
  readonly label: string;
}

export interface JobCard {
  readonly id: string;
  /** The prompt, shortened. */
  readonly title: string;
  readonly state: 'running' | 'failed' | 'interrupted';
  /** What it is doing, or what went wrong, in words. */
  readonly text: string;
  /** 0 to 1, where the service tells. */
  readonly fraction?: number;
  /** The host's clock. */
  readonly startedAt: number;
  readonly count: number;
  readonly done: number;
  /** Besides Cancel (running) and Dismiss (the others). */
  readonly buttons: readonly Button[];
}

export interface ImageCard {
  readonly id: string;
  /** The picture itself; missing where its file is gone. */
  readonly source?: string;
  /** Missing: the page makes one from `source` and hands it back. */
  readonly thumbnail?: string;
  readonly alt: string;
  readonly prompt: string;
  readonly negativePrompt: readonly string[];
  readonly model: string;
  readonly provider: string;
  readonly width: number;
  readonly height: number;
  readonly seed?: string;
  readonly steps?: number;
  readonly guidanceScale?: number;
  readonly scheduler?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly group: string;
  readonly favourite: boolean;
  /** Its place for people: a path from the workspace folder. */
  readonly name: string;
  /** The file was deleted; the settings are still there. */
  readonly deleted: boolean;
  /** The deleted file was kept and can come back. */
  readonly restorable?: boolean;
  /** Where Insert puts a link to this image, where that is known; else the view's own place counts. */
  readonly insertPlace?: string;
}

export interface GalleryQuery {
  /** Words that the prompt must all contain. */
  readonly text: string;
  /** Empty: any. */
  readonly model: string;
  /** Id of a document; empty: any. */
  readonly document: string;
  readonly favourites: boolean;
}

/** What a query has found, without the images themselves: ten thousand of them must cost no more than ten. */
export interface GalleryList {
  /** Grows with every change; a slice belongs to one revision. */
  readonly revision: number;
  readonly query: GalleryQuery;
  /** When each image was made, newest first, in seconds since 1970: the page groups them by its own days. */
  readonly times: readonly number[];
  /** What can be filtered by. */
  readonly models: readonly string[];
  readonly documents: readonly { readonly id: string; readonly label: string }[];
}

export interface GallerySlice {
  readonly revision: number;
  /** Index in `times` of the first item. */
  readonly from: number;
  readonly items: readonly ImageCard[];
}
