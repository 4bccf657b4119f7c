/** Reads baseline JPEG files of three full components: enough of a decoder to prove an encoder right. */
import assert from 'node:assert/strict';
import type { Raster } from '../../../demoApi/picture/raster.ts';
import { zigzag } from '../../../demoApi/picture/jpegTables.ts';

/** Code as text of bits → symbol. */
type Codes = ReadonlyMap<string, number>;

interface Head {
  width: number;
  height: number;
  readonly divisors: Map<number, readonly number[]>;
  readonly codes: Map<number, Codes>;
}

/** @throws AssertionError on a file that is not right. */
export function readJpeg(bytes: Buffer): Raster {
  const head: Head = { width: 0, height: 0, divisors: new Map(), codes: new Map() };
  assert.equal(bytes.readUInt16BE(0), 0xffd8);
  let at = 2;
  for (let marker = 0; marker !== 0xffda;) {
    marker = bytes.readUInt16BE(at);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    readSegment(marker, bytes.subarray(at + 4, end), head);
    at = end;
  }
  assert.equal(bytes.readUInt16BE(bytes.length - 2), 0xffd9);
  return decodeScan(unstuffed(bytes.subarray(at, -2)), head);
}

function readSegment(marker: number, content: Buffer, head: Head): void {
  if (marker === 0xffe0) assert.equal(content.toString('latin1', 0, 5), 'JFIF\0');
  if (marker === 0xffdb) {
    for (let at = 0; at < content.length; at += 65) {
      head.divisors.set(content[at] ?? 0, [...content.subarray(at + 1, at + 65)]);
    }
  }
  if (marker === 0xffc0) {
    head.height = content.readUInt16BE(1);
    head.width = content.readUInt16BE(3);
    assert.deepEqual([content[0], ...content.subarray(5)], [8, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
  }
  if (marker === 0xffc4) readCodes(content, head);
}

function readCodes(content: Buffer, head: Head): void {
  for (let at = 0; at < content.length;) {
    const codes = new Map<string, number>();
    const counts = [...content.subarray(at + 1, at + 17)];
    let next = at + 17;
    let code = 0;
    for (const [index, count] of counts.entries()) {
      for (let each = 0; each < count; each += 1, code += 1, next += 1) {
        codes.set(code.toString(2).padStart(index + 1, '0'), content[next] ?? 0);
      }
      code *= 2;
    }
    head.codes.set(content[at] ?? 0, codes);
    at = next;
  }
}

/** The bits as text, without the zeros after 0xff. */
function unstuffed(bytes: Buffer): string {
  const hex = bytes.toString('hex').match(/../g) ?? [];
  const plain = hex.filter((byte, at) => !(byte === '00' && hex[at - 1] === 'ff'));
  assert.ok(!hex.some((byte, at) => byte === 'ff' && hex[at + 1] !== '00'), 'no marker inside the scan');
  return plain.map((byte) => Number.parseInt(byte, 16).toString(2).padStart(8, '0')).join('');
}

function decodeScan(bits: string, head: Head): Raster {
  const { width, height } = head;
  const pixels = new Uint8Array(width * height * 3);
  const reader = { bits, at: 0 };
  const levels = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const blocks = levels.map((level, component) => {
        const coefficients = readBlock(reader, head, component === 0 ? 0 : 1, level);
        levels[component] = coefficients[0] ?? 0;
        return inverseDct(coefficients, head.divisors.get(component === 0 ? 0 : 1) ?? []);
      });
      place(blocks, left, top, { width, height, pixels });
    }
  }
  assert.match(bits.slice(reader.at), /^1{0,7}$/, 'nothing but filling after the last block');
  return { width, height, pixels };
}

interface Reader {
  readonly bits: string;
  at: number;
}

function readBlock(reader: Reader, head: Head, table: number, level: number): number[] {
  const coefficients = Array.from({ length: 64 }, () => 0);
  coefficients[0] = level + readValue(reader, readSymbol(reader, head.codes.get(table)));
  for (let place = 1; place < 64; place += 1) {
    const symbol = readSymbol(reader, head.codes.get(0x10 | table));
    if (symbol === 0) break;
    place += symbol >> 4;
    coefficients[place] = readValue(reader, symbol & 15);
  }
  return coefficients;
}

function readSymbol(reader: Reader, codes: Codes | undefined): number {
  for (let length = 1; length <= 16; length += 1) {
    const symbol = codes?.get(reader.bits.slice(reader.at, reader.at + length));
    if (symbol === undefined) continue;
    reader.at += length;
    return symbol;
  }
  throw new assert.AssertionError({ message: `no code at bit ${reader.at}` });
}

function readValue(reader: Reader, size: number): number {
  if (size === 0) return 0;
  const value = Number.parseInt(reader.bits.slice(reader.at, reader.at + size), 2);
  reader.at += size;
  return value >= 2 ** (size - 1) ? value : value - 2 ** size + 1;
}

/** Straight from the definition. */
function inverseDct(coefficients: readonly number[], divisors: readonly number[]): number[] {
  const terms = coefficients.flatMap((value, at) => {
    const place = zigzag[at] ?? 0;
    return value === 0 ? [] : [{ u: place & 7, v: place >> 3, value: value * (divisors[at] ?? 0) }];
  });
  return Array.from({ length: 64 }, (_zero, at) => {
    const [x, y] = [at & 7, at >> 3];
    return terms.reduce(
      (sum, { u, v, value }) =>
        sum +
        value *
          scale(u) *
          scale(v) *
          Math.cos(((2 * x + 1) * u * Math.PI) / 16) *
          Math.cos(((2 * y + 1) * v * Math.PI) / 16),
      0,
    );
  });
}

function scale(frequency: number): number {
  return (frequency === 0 ? Math.SQRT1_2 : 1) / 2;
}

function place(blocks: readonly number[][], left: number, top: number, { width, height, pixels }: Raster): void {
  const [luminance = [], blueness = [], redness = []] = blocks;
  for (let at = 0; at < 64; at += 1) {
    const [x, y] = [left + (at & 7), top + (at >> 3)];
    if (x >= width || y >= height) continue;
    const [bright, cb, cr] = [(luminance[at] ?? 0) + 128, blueness[at] ?? 0, redness[at] ?? 0];
    const colours = [bright + 1.402 * cr, bright - 0.344136 * cb - 0.714136 * cr, bright + 1.772 * cb];
    pixels.set(
      colours.map((value) => Math.min(255, Math.max(0, Math.round(value)))),
      (y * width + x) * 3,
    );
  }
}
