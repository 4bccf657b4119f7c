/** Writes how a picture was made into its file, without touching a pixel. */
import type { ImageFormat } from '../image.ts';
import type { Embed } from './embed.ts';
import { embedInJpeg } from './formats/embedInJpeg.ts';
import { embedInPng } from './formats/embedInPng.ts';
import { embedInWebp } from './formats/embedInWebp.ts';
import { parametersText } from './parameters/parametersText.ts';
import type { GenerationRecord } from './record.ts';

const unchanged: Embed = (bytes) => [bytes];

/** GIF and AVIF have no place that the programs concerned would read, so they are kept as they came. */
const formats = {
  png: embedInPng,
  jpeg: embedInJpeg,
  webp: embedInWebp,
  gif: unchanged,
  avif: unchanged,
} as const satisfies Readonly<Record<ImageFormat, Embed>>;

/**
 * The new file in pieces, which are to be written one after the other: the original's bytes are referred to, not
 * copied. A text that another program has put where ours would go is kept (it knows more than we do: an AUTOMATIC1111
 * server names its sampler and model hash) and then only the JSON is added; our own from an earlier time is replaced. A
 * file that is not understood comes back as it is. Never throws.
 */
export function embedRecord(bytes: Uint8Array, format: ImageFormat, record: GenerationRecord): readonly Uint8Array[] {
  return formats[format](bytes, { parameters: parametersText(record), json: exactJson(record) });
}

/** JSON in which everything is escaped that XML forbids or that a text chunk might lose. */
function exactJson(record: GenerationRecord): string {
  return JSON.stringify(record).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
