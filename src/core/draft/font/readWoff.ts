/** Takes a WOFF file apart into the tables of the font. https://www.w3.org/TR/WOFF/ */
import { bigEndian } from '../../bytes/byteOrder.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { decodeLatin1 } from '../../bytes/latin1.ts';
import type { Inflate } from '../../image/inflate.ts';

/** What is read of a font; the others (hints, kerning, names) are passed over. */
const tableNames = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

export type FontTables = Readonly<Record<(typeof tableNames)[number], Uint8Array>>;

const headLength = 44;
const entryLength = 20;

/** @throws {TypeError} where it is no WOFF file or lacks a table: the files are our own, so that is a bug */
export async function readWoff(bytes: Uint8Array, inflate: Inflate): Promise<FontTables> {
  if (decodeLatin1(bytes, 0, 4) !== 'wOFF') throw new TypeError('Not a WOFF file');
  const places = new Map<string, number>();
  for (let index = 0; index < bigEndian.uint16(bytes, 12); index += 1) {
    const at = headLength + index * entryLength;
    places.set(decodeLatin1(bytes, at, 4), at);
  }
  const tables = tableNames.map(async (name) => {
    const at = places.get(name);
    if (at === undefined) throw new TypeError(`The font has no table ${name}`);
    return [name, await readTable(bytes, at, inflate)] as const;
  });
  return Object.fromEntries(await Promise.all(tables)) as FontTables;
}

async function readTable(bytes: Uint8Array, at: number, inflate: Inflate): Promise<Uint8Array> {
  const start = bigEndian.uint32(bytes, at + 4);
  const stored = bytes.subarray(start, start + bigEndian.uint32(bytes, at + 8));
  // A table that would not become smaller is stored as it is.
  if (stored.length === bigEndian.uint32(bytes, at + 12)) return stored;
  const chunks: Uint8Array[] = [];
  await inflate([stored], (chunk) => {
    chunks.push(chunk.slice());
    return true;
  });
  return joinBytes(...chunks);
}
