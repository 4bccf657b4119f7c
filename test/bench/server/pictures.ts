/** The pictures that are served: valid PNGs of a given size in bytes, the same in every run. */
import { deflateSync } from 'node:zlib';
import { pngChunk } from '../../unit/fixtures/makePng.ts';
import { randomNumbers } from '../../unit/fixtures/randomNumbers.ts';

/** Bytes that a sample of such a picture takes after compression. */
const bytesPerSample = 0.87;
const channels = 3;
/** As Pillow writes them, which is what most services use. */
const idatBytes = 65_536;

/** A slope of colours under noise: compresses as little as a photograph does, with code tables of its own. */
export function pictureOf(bytes: number): Buffer {
  const side = Math.round(Math.sqrt(bytes / channels / bytesPerSample));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(noisySlope(side));
  const idats = Array.from({ length: Math.ceil(pixels.length / idatBytes) }, (_, index) =>
    pngChunk('IDAT', pixels.subarray(index * idatBytes, (index + 1) * idatBytes)),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...idats,
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows with the filter "sub": what is stored is the difference from the pixel to the left. */
function noisySlope(side: number): Buffer {
  const random = randomNumbers(side);
  const stride = side * channels;
  const rows = Buffer.alloc((stride + 1) * side);
  const row = new Uint8Array(stride);
  for (let y = 0; y < side; y += 1) {
    const start = y * (stride + 1);
    rows[start] = 1;
    for (let x = 0; x < stride; x += 1) {
      row[x] = 64 + ((x + y) % 128) / 2 + random() * 64;
      rows[start + 1 + x] = (row[x] ?? 0) - (row[x - channels] ?? 0);
    }
  }
  return rows;
}
