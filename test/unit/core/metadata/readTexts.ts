/** Reads back what was embedded, by the rules of each format and without any code of the extension. */
import { crc32 } from 'node:zlib';
import type { ImageFormat } from '../../../../src/core/image.ts';

export interface FoundTexts {
  /** Every text for other programs, in the order of the file. */
  readonly parameters: readonly string[];
  /** Every exact JSON. */
  readonly json: readonly string[];
}

export function readTexts(file: Buffer, format: ImageFormat): FoundTexts {
  if (format === 'png') return readPng(file);
  if (format === 'jpeg') return readApp1(file);
  if (format === 'webp') return readWebp(file);
  return { parameters: [], json: [] };
}

function readPng(file: Buffer): FoundTexts {
  const found: [keyword: string, text: string][] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== file.readUInt32BE(at + 8 + length)) throw new Error('wrong checksum');
    const type = body.toString('latin1', 0, 4);
    const keyword = body.toString('latin1', 4, body.indexOf(0, 4));
    const data = body.subarray(4 + keyword.length + 1);
    if (type === 'tEXt') found.push([keyword, data.toString('latin1')]);
    if (type === 'iTXt') {
      if (data[0] !== 0 || data[1] !== 0) throw new Error('compressed');
      const language = data.indexOf(0, 2);
      const translated = data.indexOf(0, language + 1);
      found.push([keyword, data.toString('utf8', translated + 1)]);
    }
    at += 12 + length;
    if (type === 'IEND') break;
  }
  const of = (wanted: string): string[] => found.filter(([keyword]) => keyword === wanted).map(([, text]) => text);
  return { parameters: of('parameters'), json: of('depict') };
}

function readApp1(file: Buffer): FoundTexts {
  const parameters: string[] = [];
  const json: string[] = [];
  for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
    const data = file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2));
    if (file[at + 1] !== 0xe1) continue;
    const name = data.toString('latin1', 0, data.indexOf(0));
    if (name === 'Exif') parameters.push(...readUserComment(data.subarray(6)));
    if (name === 'http://ns.adobe.com/xap/1.0/') json.push(...readXmp(data.subarray(name.length + 1)));
  }
  return { parameters, json };
}

function readWebp(file: Buffer): FoundTexts {
  if (file.readUInt32LE(4) + 8 > file.length) throw new Error('wrong container length');
  const parameters: string[] = [];
  const json: string[] = [];
  for (let at = 12; at < file.readUInt32LE(4) + 8;) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') parameters.push(...readUserComment(data));
    if (type === 'XMP ') json.push(...readXmp(data));
    at += 8 + length + (length % 2);
  }
  return { parameters, json };
}

/** Values of a tag of the directory at `at`: type, count and the four bytes behind them. */
export function readTag(tiff: Buffer, at: number, tag: number): Buffer | undefined {
  const short = (where: number): number => (tiff[0] === 0x4d ? tiff.readUInt16BE(where) : tiff.readUInt16LE(where));
  const tags = Array.from({ length: short(at) }, (_, index) => at + 2 + index * 12);
  const order = tags.map(short);
  if (order.some((each, index) => index > 0 && each <= (order[index - 1] ?? 0))) throw new Error('tags out of order');
  const found = tags.find((where) => short(where) === tag);
  return found === undefined ? undefined : tiff.subarray(found + 2, found + 12);
}

export function readLong(tiff: Buffer, bytes: Buffer, at: number): number {
  return tiff[0] === 0x4d ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
}

function readUserComment(tiff: Buffer): string[] {
  const pointer = readTag(tiff, readLong(tiff, tiff, 4), 0x8769);
  const comment = pointer && readTag(tiff, readLong(tiff, pointer, 6), 0x9286);
  if (!comment) return [];
  const start = readLong(tiff, comment, 6);
  const value = tiff.subarray(start, start + readLong(tiff, comment, 2));
  if (value.toString('latin1', 0, 8) !== 'UNICODE\0') throw new Error('another encoding');
  return [Buffer.from(value.subarray(8)).swap16().toString('utf16le')];
}

function readXmp(packet: Buffer): string[] {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;
  return [...packet.toString('utf8').matchAll(/ depict:record="([^"<>]*)"/g)].map(([, value = '']) =>
    value.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity as keyof typeof entities]),
  );
}
