/** Goes through the inflated pixels of a PNG as they come, up to the first that is not black. */
import type { IsBlackByte } from './blackPngByte.ts';
import { pngFilters, type PredictByte } from './pngFilters.ts';
import type { PngLayout } from './readPngLayout.ts';

export interface PixelJudge {
  /** Takes the next bytes and returns whether more are wanted. */
  readonly onBytes: (chunk: Uint8Array) => boolean;
  /** Undefined as long as all was black but pixels are missing. */
  readonly verdict: () => boolean | undefined;
}

/** Holds two rows, and nothing else. */
export function judgePngPixels({ passes, pixelBytes }: PngLayout, isBlackByte: IsBlackByte): PixelJudge {
  const coming = [...passes];
  let { columns, rows, rowBytes } = coming.shift() ?? { columns: 0, rows: 0, rowBytes: 0 };
  let row = new Uint8Array(rowBytes);
  let above = new Uint8Array(rowBytes);
  let predict: PredictByte | undefined;
  let at = 0;
  let verdict: boolean | undefined;

  function judge(byte: number): boolean | undefined {
    if (!predict) {
      predict = pngFilters[byte];
      return predict ? undefined : false;
    }
    const before = at - pixelBytes;
    const prediction =
      before < 0 ? predict(0, above[at] ?? 0, 0) : predict(row[before] ?? 0, above[at] ?? 0, above[before] ?? 0);
    const value = (byte + prediction) & 0xff;
    if (!isBlackByte(value, at, columns)) return false;
    row[at] = value;
    at += 1;
    return at < rowBytes ? undefined : beginRow();
  }

  function beginRow(): true | undefined {
    at = 0;
    predict = undefined;
    rows -= 1;
    [row, above] = [above, row];
    if (rows > 0) return undefined;
    const next = coming.shift();
    if (!next) return true;
    ({ columns, rows, rowBytes } = next);
    row = new Uint8Array(rowBytes);
    above = new Uint8Array(rowBytes);
    return undefined;
  }

  return {
    onBytes: (chunk) => {
      for (let index = 0; index < chunk.length && verdict === undefined; index += 1) verdict = judge(chunk[index] ?? 0);
      return verdict === undefined;
    },
    verdict: () => verdict,
  };
}
