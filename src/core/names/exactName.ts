/** The name of a picture that somebody has chosen already. */
import { fileExtensions, type ImageFormat } from '../image.ts';
import { numberedName } from './numberedName.ts';

const formats: Readonly<Record<string, ImageFormat>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
};

/**
 * The name itself where its ending says what the bytes are, else the same with the true ending; with a number from the
 * second attempt on.
 */
export function exactName(wanted: string, format: ImageFormat, attempt: number): string {
  const dot = wanted.lastIndexOf('.');
  const [base, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot + 1)] : [wanted, ''];
  const isTrue = formats[ending.toLowerCase()] === format;
  return numberedName(base, isTrue ? ending : fileExtensions[format], attempt);
}

/** The type that a file's name promises. */
export function formatOfName(name: string): ImageFormat | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(formats, ending) ? formats[ending] : undefined;
}
