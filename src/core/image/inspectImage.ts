/**
 * Looks at the bytes of an answer: which format they are, how large the picture is, and whether all of it is there.
 * Structure alone tells; no pixel is decoded and no checksum is taken, so damage inside the pixels goes unseen.
 */
import type { ImageFormat } from '../image.ts';
import { inspectAvif } from './inspectAvif.ts';
import { inspectGif } from './inspectGif.ts';
import { inspectJpeg } from './inspectJpeg.ts';
import { inspectPng } from './inspectPng.ts';
import type { Inspect, Inspection } from './inspection.ts';
import { inspectWebp } from './inspectWebp.ts';
import { recogniseOther } from './recogniseOther.ts';
import { matchSignature } from './signature.ts';

interface FormatRow {
  readonly signature: string;
  readonly inspect: Inspect;
}

const formats = {
  png: { signature: '\x89PNG\r\n\x1a\n', inspect: inspectPng },
  jpeg: { signature: '\xff\xd8\xff', inspect: inspectJpeg },
  webp: { signature: 'RIFF????WEBP', inspect: inspectWebp },
  gif: { signature: 'GIF8?a', inspect: inspectGif },
  avif: { signature: '????ftyp', inspect: inspectAvif },
} as const satisfies Readonly<Record<ImageFormat, FormatRow>>;

/** Bytes after the picture's end are no fault: programs and proxies leave them there. Never throws. */
export function inspectImage(bytes: Uint8Array): Inspection {
  let cutSignature = false;
  for (const [format, { signature, inspect }] of Object.entries(formats) as [ImageFormat, FormatRow][]) {
    const match = matchSignature(bytes, signature);
    if (match === 'yes') {
      const size = inspect(bytes);
      return typeof size === 'string' ? { ok: false, problem: size } : { ok: true, format, size };
    }
    cutSignature ||= match === 'cut';
  }
  return { ok: false, problem: cutSignature ? 'truncated' : recogniseOther(bytes) };
}
