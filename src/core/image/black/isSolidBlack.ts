/**
 * Whether a picture is black from edge to edge: what a service's content filter sends, with status 200, in place of
 * the picture. Cheap for every other picture: the first pixel that is not black ends the search.
 */
import type { ImageFormat } from '../../image.ts';
import type { Inflate } from '../inflate.ts';
import { isBlackJpeg } from './isBlackJpeg.ts';
import { isBlackPng } from './isBlackPng.ts';

type JudgeBlack = (bytes: Uint8Array, inflate: Inflate) => Promise<boolean>;

const undecided: JudgeBlack = () => Promise.resolve(false);

/** WebP, GIF and AVIF would need a decoder: a black picture in these formats goes unnoticed. */
const judges = {
  png: isBlackPng,
  jpeg: (bytes) => Promise.resolve(isBlackJpeg(bytes)),
  webp: undecided,
  gif: undecided,
  avif: undecided,
} as const satisfies Readonly<Record<ImageFormat, JudgeBlack>>;

/**
 * True only when every pixel is known to be opaque black; whatever cannot be judged is not black. For a picture that
 * `inspectImage` has found whole.
 */
export async function isSolidBlack(bytes: Uint8Array, format: ImageFormat, inflate: Inflate): Promise<boolean> {
  return judges[format](bytes, inflate);
}
