/** What a text that stands for a picture is: its address, or the picture itself in base64. */
import { base64Of } from './base64Of.ts';
import type { ImageReading, LinkReading, Told } from './reading.ts';

/** Undefined for anything else, as for an address that is empty. */
export function pictureAt(value: unknown, told: Told = {}): ImageReading | LinkReading | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (/^https?:\/\//i.test(value) || value.startsWith('/')) {
    // JPEG in base64 begins with a slash too.
    const data = value.startsWith('/') ? base64Of(value) : undefined;
    if (data === undefined) return { type: 'link', url: value, ...told };
  }
  const data = base64Of(value);
  return data === undefined ? undefined : { type: 'image', data, ...told };
}
