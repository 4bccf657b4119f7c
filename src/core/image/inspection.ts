/** What looking at a picture's bytes can tell. */
import type { ReplyProblem } from '../failure.ts';
import type { ImageFormat, ImageSize } from '../image.ts';

export type Inspection =
  | { readonly ok: true; readonly format: ImageFormat; readonly size: ImageSize }
  | { readonly ok: false; readonly problem: InspectionProblem };

/**
 * `truncated` is also said of a picture whose parts do not fit together, `unsupportedFormat` of pictures in a format
 * that is not kept (BMP, TIFF, SVG, HEIC, JPEG XL and the like), `notAnImage` of anything else.
 */
export type InspectionProblem = Extract<
  ReplyProblem,
  'empty' | 'html' | 'json' | 'truncated' | 'notAnImage' | 'unsupportedFormat'
>;

/** One format's part: the size, or why there is none. Given bytes that begin with the format's signature. */
export type Inspect = (bytes: Uint8Array) => ImageSize | 'truncated' | 'notAnImage' | 'unsupportedFormat';
