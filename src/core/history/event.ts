/**
 * What the history's journal says: one event a line, never changed afterwards. Windows write journals of their own, so
 * events may be read in any order and more than once.
 */
import type { ImageFormat } from '../image.ts';
import type { JobHandle } from '../jobHandle.ts';
import type { GenerationRecord } from '../metadata/record.ts';
import type { ParameterName } from '../parameters.ts';
import type { Cost } from '../spend/cost.ts';

export type HistoryEvent = ImageEvent | JobEvent;
export type ImageEvent = Stamp & ImageChange;
export type JobEvent = Stamp & JobChange;
export type HistoryChange = ImageChange | JobChange;

export interface Stamp {
  /**
   * `<writer>.<sequence>`, unique over time. A sequence is greater than every one that its writer had read: of two
   * changes, the one that was made knowing the other has the greater one, whatever the clocks say.
   */
  readonly id: string;
  /** Milliseconds since 1970, by the writer's clock. */
  readonly at: number;
}

/** `image` is an id in all but the first. */
export type ImageChange =
  | { readonly type: 'imageSaved'; readonly image: SavedImage }
  | { readonly type: 'imageMoved'; readonly image: string; readonly uri: string }
  /** The document that the image was made for. */
  | { readonly type: 'documentMoved'; readonly image: string; readonly document: string }
  | { readonly type: 'favourite'; readonly image: string; readonly on: boolean }
  /** Its file went to the trash. Moving it, also to where it was, takes that back. */
  | { readonly type: 'imageDeleted'; readonly image: string }
  /** The user wants nothing of it kept here. */
  | { readonly type: 'imageForgotten'; readonly image: string };

/** `job` is an id in all but the first. */
export type JobChange =
  | { readonly type: 'jobStarted'; readonly job: HistoryJob }
  /** The job is about to save into a folder of this machine's disk. */
  | { readonly type: 'jobSaving'; readonly job: string; readonly folder: string }
  /** A provider has accepted one of its images, the one with this prompt: it is paid for. */
  | { readonly type: 'jobAccepted'; readonly job: string; readonly prompt: string; readonly handle: JobHandle }
  /** Nothing more comes of what a provider had accepted. `key` is the one of its handle. */
  | { readonly type: 'jobSettled'; readonly job: string; readonly key: string }
  /** Whoever writes this goes on with it. */
  | { readonly type: 'jobTaken'; readonly job: string }
  /** The user has seen that the job was interrupted. */
  | { readonly type: 'jobDismissed'; readonly job: string }
  /** Nothing is left to do for it. */
  | { readonly type: 'jobEnded'; readonly job: string };

export interface SavedImage {
  /** Unique over time. */
  readonly id: string;
  readonly uri: string;
  /** Size of the file. */
  readonly bytes: number;
  readonly format: ImageFormat;
  readonly record: GenerationRecord;
  readonly ignored: readonly ParameterName[];
  /** What it took, where the service has told. */
  readonly cost?: Cost;
  /** Id of the job that made it: images of one job belong together. */
  readonly group: string;
  /** Uri of the document that it was made for. */
  readonly document?: string;
  readonly languageId?: string;
}

export interface HistoryJob {
  /** Unique over time. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What it was to make: a request as `depict.generate` takes it, to be checked like one from outside. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** Uri of the document that it was for. */
  readonly document?: string;
  readonly languageId?: string;
}

/** An image as the history knows it now. */
export interface HistoryImage extends SavedImage {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly favourite: boolean;
  /** Depict has moved its file to the trash. A file can be gone without that, too. */
  readonly deleted: boolean;
}
