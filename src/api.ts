/**
 * What other extensions can use: `vscode.extensions.getExtension<DepictApi>('depict.depict')?.activate()`.
 * Types only.
 */
import type { Range, Uri } from 'vscode';
import type { Failure, ReceivedImage, UnexpectedFailure } from './core/failure.ts';
import type { ImageFormat } from './core/image.ts';
import type { ParameterName } from './core/parameters.ts';

export type { Failure, ImageFormat, ParameterName, ReceivedImage, UnexpectedFailure };

export interface DepictApi {
  readonly version: 1;
  /**
   * Makes images, saves them and, if asked to, links them. Opens no dialog and shows no message.
   * @throws an error whose `failure` is a {@link GenerationFailure}; tell it by `error.name === 'ImageFailure'`
   */
  generate(request: GenerateRequest, options?: GenerateOptions | null): Promise<GeneratedImage[]>;
  /** Newest first; all of them when there is no limit. */
  recent(limit?: number | null): Promise<readonly GeneratedImage[]>;
}

/** `null` and a missing field mean "unset": the setting counts, and without one the model's own default. */
export interface GenerateRequest {
  readonly prompt: string;
  readonly negativePrompt?: string | readonly string[] | null;
  /** `owner/name` on the Hub. */
  readonly model?: string | null;
  /** A provider's id, or `auto`. */
  readonly provider?: string | null;
  /** Pixels. */
  readonly width?: number | null;
  /** Pixels. */
  readonly height?: number | null;
  readonly steps?: number | null;
  readonly guidanceScale?: number | null;
  readonly scheduler?: string | null;
  /** A whole number, 0 to 2^64 - 1; past 2^53 as decimal text. Several images count up from it. */
  readonly seed?: number | string | null;
  /** 1 to 32, default 1. */
  readonly count?: number | null;
  /** In place of the setting `depict.output.folder`, in the same form. */
  readonly folder?: string | null;
  /** In place of the setting `depict.output.fileName`, in the same form. */
  readonly fileName?: string | null;
}

export interface GenerateOptions {
  /** The document that the link is for; it decides folder, settings and link syntax. */
  readonly document?: Uri | null;
  /** Where the link goes in that document, as seen from its cursor. Default `none`. */
  readonly insert?: InsertPosition | null;
  readonly signal?: AbortSignal | null;
}

export type InsertPosition = 'below' | 'replace' | 'cursor' | 'none';

export interface GeneratedImage {
  readonly uri: Uri;
  /** In the document's syntax, else Markdown. */
  readonly link: string;
  /** The prompt's first sentence, at most 125 characters. */
  readonly alt: string;
  readonly prompt: string;
  /** Decimal text, exact. Missing where the service takes none. */
  readonly seed?: string;
  readonly model: string;
  readonly provider: string;
  /** Pixels of the saved picture. */
  readonly width: number;
  /** Pixels of the saved picture. */
  readonly height: number;
  readonly format: ImageFormat;
  /** Size of the file. */
  readonly bytes: number;
  /** Parameters that were set but that the service does not take: they were left out. */
  readonly ignored: readonly ParameterName[];
  /** What the user should know. */
  readonly note?: string;
}

/** A failure, with the images that were made before it: nothing paid for is lost. */
export type GenerationFailure = Failure & {
  readonly images?: readonly GeneratedImage[];
  /** Where several pictures arrived that could not be saved: all of them, `received` among them. */
  readonly receivedImages?: readonly ReceivedImage[];
};

/** What the command `depict.generateMissingImages` resolves with. */
export interface MissingImagesResult {
  readonly generated: readonly GeneratedImage[];
  /** `failure.kind` is `unexpected` where Depict itself is at fault. */
  readonly failed: readonly (MissingImagePlace & { readonly failure: Failure | UnexpectedFailure })[];
  /** Those that were not wanted. */
  readonly skipped: readonly MissingImagePlace[];
}

/** The first link to a missing image: `range` is its target in the document `uri`. */
export interface MissingImagePlace {
  readonly uri: Uri;
  readonly range: Range;
}
