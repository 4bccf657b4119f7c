/** Whether every pixel of a PNG is opaque black. Reads rows as they are inflated and stops at the first other one. */
import { blackPngRow, type IsBlackRow } from './blackPngRow.ts';
import type { Inflate } from './isSolidBlack.ts';
import { pngChunks } from './pngChunks.ts';
import { readPngLayout, type PngLayout } from './readPngLayout.ts';
import { unfilterPngRow } from './unfilterPngRow.ts';

/** No service draws more. Going through a file that was made to inflate to terabytes would never end. */
const maxPixels = 2 ** 28;
const maxWidth = 2 ** 16;

/** How much of the compressed pixels is tried first: tells nearly every picture, and is inflated in no time. */
const firstLookBytes = 256;

/** False also when the pixels are damaged. */
export async function isBlackPng(bytes: Uint8Array, inflate: Inflate): Promise<boolean> {
  const { layout, isBlackRow, compressed } = readParts(bytes);
  const [first] = compressed;
  if (!layout || !first || layout.width > maxWidth || layout.width * layout.height > maxPixels) return false;

  const look = async (pieces: readonly Uint8Array[]): Promise<boolean | undefined> => {
    const judge = judgeRows(layout, isBlackRow);
    await inflate(pieces, judge.onBytes);
    return judge.verdict();
  };
  try {
    return (await look([first.subarray(0, firstLookBytes)])) ?? (await look(compressed)) ?? false;
  } catch {
    return false;
  }
}

interface Parts {
  readonly layout: PngLayout | undefined;
  readonly isBlackRow: IsBlackRow;
  readonly compressed: readonly Uint8Array[];
}

function readParts(bytes: Uint8Array): Parts {
  let layout;
  let palette: Uint8Array = new Uint8Array();
  let transparency: Uint8Array = new Uint8Array();
  const compressed: Uint8Array[] = [];
  for (const { type, start, dataEnd } of pngChunks(bytes)) {
    const data = bytes.subarray(start, dataEnd);
    if (type === 'IHDR') layout = readPngLayout(bytes, start);
    if (type === 'PLTE') palette = data;
    if (type === 'tRNS') transparency = data;
    if (type === 'IDAT' && data.length > 0) compressed.push(data);
  }
  return { layout, isBlackRow: layout ? blackPngRow(layout, palette, transparency) : () => false, compressed };
}

interface RowsJudge {
  /** Returns whether more is wanted. */
  readonly onBytes: (chunk: Uint8Array) => boolean;
  /** Undefined as long as all was black but rows are missing. */
  readonly verdict: () => boolean | undefined;
}

/** Cuts inflated bytes into rows, two of which are held at a time. */
function judgeRows(layout: PngLayout, isBlackRow: IsBlackRow): RowsJudge {
  let verdict: boolean | undefined;
  const rows = judgeEachRow();
  let row = nextRow();
  let filled = 0;

  function* judgeEachRow(): Generator<Uint8Array, boolean> {
    for (const pass of layout.passes) {
      let current = new Uint8Array(pass.rowBytes);
      let above = new Uint8Array(pass.rowBytes);
      for (let left = pass.rows; left > 0; left -= 1) {
        yield current;
        if (!unfilterPngRow(current, above, layout.pixelBytes) || !isBlackRow(current, pass.columns)) return false;
        [current, above] = [above, current];
      }
    }
    return true;
  }

  function nextRow(): Uint8Array {
    const next = rows.next();
    if (!next.done) return next.value;
    verdict = next.value;
    return new Uint8Array();
  }

  return {
    onBytes: (chunk) => {
      for (let at = 0; at < chunk.length && verdict === undefined;) {
        const part = chunk.subarray(at, at + row.length - filled);
        row.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < row.length) break;
        row = nextRow();
        filled = 0;
      }
      return verdict === undefined;
    },
    verdict: () => verdict,
  };
}
