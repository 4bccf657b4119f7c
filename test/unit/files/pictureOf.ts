/** A file that has a PNG's structure and the size that is asked for. Its pixels are nothing but a number. */
import { pngChunk } from '../fixtures/makePng.ts';

export function pictureOf(bytes: number, number: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header.set([8, 2], 8);
  const frame = 8 + 25 + 12 + 12;
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  const pixels = Buffer.alloc(Math.max(8, bytes - frame), value);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The number that the pixels are made of, if all of the file is what `pictureOf` makes. */
export function numberIn(file: Buffer): number | undefined {
  const number = file.length > 45 ? file.readUInt32BE(41) : 0;
  return pictureOf(file.length, number).equals(file) ? number : undefined;
}
