/** PNG with a palette of sixteen colours, which knows that it is a draft. https://www.w3.org/TR/png-3/ */
import { bigEndian } from '../bytes/byteOrder.ts';
import { joinBytes } from '../bytes/joinBytes.ts';
import { encodeLatin1 } from '../bytes/latin1.ts';
import { pngChunk } from '../image/pngChunk.ts';
import { draftChunk } from './draftMark.ts';
import type { Deflate } from './deflate.ts';
import { drawRows, type Drawing } from './raster/drawRows.ts';

const signature = encodeLatin1('\x89PNG\r\n\x1a\n');
/** Bits, palette, and the only ways of compression and filters; no interlace. */
const layout = [4, 3, 0, 0, 0] as const;

export async function encodeDraft(drawing: Drawing, palette: Uint8Array, deflate: Deflate): Promise<Uint8Array> {
  const header = new Uint8Array(13);
  bigEndian.putUint32(header, 0, drawing.width);
  bigEndian.putUint32(header, 4, drawing.height);
  header.set(layout, 8);
  const compressed = await deflate(drawRows(drawing));
  return joinBytes(
    signature,
    pngChunk('IHDR', header),
    draftChunk(),
    pngChunk('PLTE', palette),
    ...compressed.map((piece) => pngChunk('IDAT', piece)),
    pngChunk('IEND', new Uint8Array()),
  );
}
