/** Pictures as other programs describe them, put together byte by byte. */
import { makePng, pngChunk } from '../../fixtures/makePng.ts';
import { fixture } from '../../fixtures/fixture.ts';

/** A PNG with these chunks before its pixels. */
export function pngWith(...extra: readonly Buffer[]): Uint8Array {
  return makePng({ width: 2, height: 2, bitDepth: 8, colourType: 0, pixel: () => [7], extra });
}

/** The text of an iTXt chunk, plain or compressed beforehand. */
export function iTxt(keyword: string, text: Buffer, compressed = false, language = ''): Buffer {
  const head = `${keyword}\0${compressed ? '\u0001' : '\0'}\0${language}\0übersetzt\0`;
  return pngChunk('iTXt', Buffer.concat([Buffer.from(head), text]));
}

/** A JPEG with these segments behind its JFIF head. */
export function jpegWith(...segments: readonly Buffer[]): Uint8Array {
  const picture = Buffer.from(fixture('baseline.jpg'));
  const head = 4 + picture.readUInt16BE(4);
  return new Uint8Array(Buffer.concat([picture.subarray(0, head), ...segments, picture.subarray(head)]));
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function app1(name: string, data: Buffer): Buffer {
  return jpegSegment(0xe1, Buffer.concat([Buffer.from(name, 'latin1'), data]));
}

/** A WebP with these chunks behind its pixels. */
export function webpWith(...chunks: readonly (readonly [type: string, data: Buffer])[]): Uint8Array {
  const file = Buffer.concat([
    fixture('losslessAlpha.webp'),
    ...chunks.flatMap(([type, data]) => {
      const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return [head, data, Buffer.alloc(data.length % 2)];
    }),
  ]);
  file.writeUInt32LE(file.length - 8, 4);
  return new Uint8Array(file);
}

export interface ExifComment {
  readonly value: Buffer;
  readonly order?: 'II' | 'MM';
  /** Of the TIFF entry: 7 is UNDEFINED, what the standard wants, 2 is ASCII. */
  readonly type?: number;
  /** In the first directory instead of the second. */
  readonly first?: boolean;
}

/** EXIF data with a user comment and nothing else. */
export function exif({ value, order = 'MM', type = 7, first = false }: ExifComment): Buffer {
  const isBig = order === 'MM';
  const short = (number: number): Buffer => Buffer.from(isBig ? [number >> 8, number] : [number, number >> 8]);
  const long = (number: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (isBig) bytes.writeUInt32BE(number);
    else bytes.writeUInt32LE(number);
    return bytes;
  };
  const directory = (tag: number, kind: number, count: number, where: number): Buffer =>
    Buffer.concat([short(1), short(tag), short(kind), long(count), long(where), long(0)]);
  const head = Buffer.concat([Buffer.from(order), short(42), long(8)]);
  if (first) return Buffer.concat([head, directory(0x9286, type, value.length, 26), value]);
  return Buffer.concat([head, directory(0x8769, 4, 1, 26), directory(0x9286, type, value.length, 44), value]);
}

/** As piexif writes it, which most image programs use: UTF-16, big-endian. */
export function unicode(text: string, order: 'II' | 'MM' = 'MM'): Buffer {
  const little = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from('UNICODE\0'), order === 'II' ? little : little.swap16()]);
}
