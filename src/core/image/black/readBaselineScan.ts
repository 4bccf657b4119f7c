/** What the head of a baseline JPEG with one scan says about reading its pixels: ITU-T T.81, annex B. */
import { bigEndian } from '../../bytes/byteOrder.ts';
import { startsWithLatin1 } from '../../bytes/latin1.ts';
import type { HuffmanTable } from './huffmanTable.ts';
import { jpegMarker, jpegSegments, type JpegSegment } from '../jpegSegments.ts';

export interface BaselineScan {
  /** Where the entropy-coded bits begin. */
  readonly start: number;
  /** How many units (one or more blocks of each component) the scan has. */
  readonly units: number;
  /** Units between two restart markers; 0 where there are none. */
  readonly restartInterval: number;
  readonly components: readonly ScanComponent[];
}

export interface ScanComponent {
  /** How many blocks of 8 × 8 samples stand in one unit. */
  readonly blocks: number;
  /** Samples of brightness are black at their lowest, those of a colour difference neutral in their middle. */
  readonly type: 'brightness' | 'difference';
  /** What the first coefficient of a block was divided by. */
  readonly divisor: number;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
}

/** Undefined for every other kind of JPEG: progressive, several scans, CMYK, more than 8 bits, tables missing. */
export function readBaselineScan(bytes: Uint8Array): BaselineScan | undefined {
  const head = readHead(bytes);
  if (!head) return undefined;
  const framed = readFrame(bytes, head.frame);
  const inScan = bytes[head.scan.start];
  if (inScan !== framed.length || (inScan !== 1 && inScan !== 3)) return undefined;

  const components = framed.flatMap((component, index): readonly ScanComponent[] => {
    const tables = bytes[head.scan.start + 2 + index * 2] ?? 0;
    const dc = head.huffman.get(tables >> 4);
    const ac = head.huffman.get(acTable + (tables & 15));
    const divisor = head.divisors.get(component.table);
    if (!dc || !ac || !divisor) return [];
    const blocks = inScan === 1 ? 1 : component.across * component.down;
    return [{ blocks, type: index === 0 || head.isRgb ? 'brightness' : 'difference', divisor, dc, ac }];
  });
  if (components.length !== framed.length) return undefined;
  const units = countUnits(bytes, head.frame, framed);
  return { start: head.scan.end, units, restartInterval: head.restartInterval, components };
}

interface Head {
  readonly frame: JpegSegment;
  readonly scan: JpegSegment;
  /** First entry of each quantisation table. */
  readonly divisors: ReadonlyMap<number, number>;
  readonly huffman: ReadonlyMap<number, HuffmanTable>;
  readonly restartInterval: number;
  readonly isRgb: boolean;
}

const marker = {
  baseline: 0xc0,
  extended: 0xc1,
  huffman: 0xc4,
  quantisation: 0xdb,
  restart: 0xdd,
  adobe: 0xee,
} as const;

/** Tables for the first coefficient and for the others are counted apart; here the others' numbers begin at 16. */
const acTable = 0x10;

function readHead(bytes: Uint8Array): Head | undefined {
  const divisors = new Map<number, number>();
  const huffman = new Map<number, HuffmanTable>();
  let restartInterval = 0;
  let isRgb = false;
  let frame: JpegSegment | undefined;

  for (const segment of jpegSegments(bytes)) {
    const { start } = segment;
    if (segment.marker === marker.quantisation) readDivisors(bytes, segment, divisors);
    if (segment.marker === marker.huffman) readHuffmanTables(bytes, segment, huffman);
    if (segment.marker === marker.restart) restartInterval = bigEndian.uint16(bytes, start);
    if (segment.marker === marker.adobe && startsWithLatin1(bytes, 'Adobe', start)) isRgb = bytes[start + 11] === 0;
    if ((segment.marker === marker.baseline || segment.marker === marker.extended) && bytes[start] === 8)
      frame = segment;
    if (segment.marker === jpegMarker.sos) {
      return frame && { frame, scan: segment, divisors, huffman, restartInterval, isRgb };
    }
  }
  return undefined;
}

function readDivisors(bytes: Uint8Array, { start, end }: JpegSegment, divisors: Map<number, number>): void {
  for (let at = start; at < end;) {
    const id = bytes[at] ?? 0;
    const wide = id >> 4 === 1;
    divisors.set(id & 15, wide ? bigEndian.uint16(bytes, at + 1) : (bytes[at + 1] ?? 0));
    at += wide ? 129 : 65;
  }
}

function readHuffmanTables(bytes: Uint8Array, { start, end }: JpegSegment, tables: Map<number, HuffmanTable>): void {
  for (let at = start; at + 17 <= end;) {
    const counts = bytes.subarray(at + 1, at + 17);
    const symbolsEnd = at + 17 + counts.reduce((sum, count) => sum + count, 0);
    tables.set(bytes[at] ?? 0, { counts, symbols: bytes.subarray(at + 17, symbolsEnd) });
    at = symbolsEnd;
  }
}

interface FrameComponent {
  /** Blocks in a unit, from left to right and from top to bottom. */
  readonly across: number;
  readonly down: number;
  /** Its quantisation table. */
  readonly table: number;
}

function readFrame(bytes: Uint8Array, { start }: JpegSegment): readonly FrameComponent[] {
  return Array.from({ length: bytes[start + 5] ?? 0 }, (_, index) => {
    const [, sampling = 0, table = 0] = bytes.subarray(start + 6 + index * 3, start + 9 + index * 3);
    return { across: sampling >> 4, down: sampling & 15, table };
  });
}

/** A component that is alone in its scan comes block by block, whatever its sampling says (T.81, A.2.2). */
function countUnits(bytes: Uint8Array, { start }: JpegSegment, components: readonly FrameComponent[]): number {
  const across = components.length === 1 ? 1 : Math.max(...components.map((component) => component.across));
  const down = components.length === 1 ? 1 : Math.max(...components.map((component) => component.down));
  const height = bigEndian.uint16(bytes, start + 1);
  const width = bigEndian.uint16(bytes, start + 3);
  return Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
}
