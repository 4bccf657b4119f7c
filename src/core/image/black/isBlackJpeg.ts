/**
 * Whether every pixel of a JPEG is black. Nothing is decoded to pixels: in a picture of one colour the first block of
 * each component holds that colour and every later block says "no difference, no detail", so the search ends at the
 * first block that says anything else.
 */
import { entropyBits, type EntropyBits } from './entropyBits.ts';
import { readSigned, readSymbol } from './huffmanTable.ts';
import { readBaselineScan, type ScanComponent } from './readBaselineScan.ts';

/**
 * Only baseline files with one scan, which is what Pillow writes unless told otherwise, and with it the services that
 * answer JPEG. A black progressive or CMYK file goes unnoticed.
 */
export function isBlackJpeg(bytes: Uint8Array): boolean {
  const scan = readBaselineScan(bytes);
  if (!scan || scan.units === 0) return false;
  const bits = entropyBits(bytes, scan.start);
  for (let unit = 0; unit < scan.units; unit += 1) {
    const restarts = scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0;
    if (restarts && !bits.restart()) return false;
    // Counting begins anew behind a restart marker.
    const isFirst = unit === 0 || restarts;
    if (!scan.components.every((component) => isBlackUnit(bits, component, isFirst))) return false;
  }
  return true;
}

function isBlackUnit(bits: EntropyBits, component: ScanComponent, isFirst: boolean): boolean {
  for (let block = 0; block < component.blocks; block += 1) {
    const expected = isFirst && block === 0 ? black(component) : 0;
    if (readFlatBlock(bits, component) !== expected) return false;
  }
  return true;
}

/** How much the first coefficient of a block differs from the one before; undefined where the block has detail. */
function readFlatBlock(bits: EntropyBits, { dc, ac }: ScanComponent): number | undefined {
  const length = readSymbol(bits, dc);
  if (length === undefined) return undefined;
  const difference = readSigned(bits, length);
  return readSymbol(bits, ac) === endOfBlock ? difference : undefined;
}

const endOfBlock = 0;

/**
 * The first coefficient is eight times the mean of the samples, which are counted from -128 to 127. At a low quality
 * the nearest that can be written to black is a little lighter than black.
 */
function black({ type, divisor }: ScanComponent): number {
  return type === 'brightness' ? -Math.round(1024 / divisor) : 0;
}
