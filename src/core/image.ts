/** What a picture is to Depict: a format that the bytes prove, a size in pixels, and a file name ending. */

/** Formats that are kept as they come. Only the bytes tell which one it is: headers and addresses lie. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

/** Width and height in pixels, both at least 1. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The usual file name ending of each format, without the dot. */
export const fileExtensions = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
} as const satisfies Readonly<Record<ImageFormat, string>>;
