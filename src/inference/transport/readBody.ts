/** Reads a reply's bytes without ever holding much more than they are, and undoes its compression. */
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { ReplyProblem } from '../../core/failure.ts';

export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly problem: Extract<ReplyProblem, 'truncated' | 'tooLarge' | 'undecodable'>;

  constructor(problem: BodyError['problem'], options?: { cause?: unknown }) {
    super(problem, options);
    this.problem = problem;
  }
}

export interface BodyFacts {
  /** The header Content-Encoding: servers compress without being asked. */
  readonly encoding: string | undefined;
  /** Bytes on the wire by the header Content-Length, if there is one. */
  readonly length: number | undefined;
  /** Bytes, counted after decompression. */
  readonly limit: number;
}

/**
 * @throws {BodyError}
 * @throws what the stream throws when it breaks off
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, length, limit }: BodyFacts,
): Promise<Uint8Array> {
  const bytes = await collect(chunks, length, limit);
  return encoding ? decompress(bytes, encoding, limit) : bytes;
}

async function collect(
  chunks: AsyncIterable<Uint8Array>,
  length: number | undefined,
  limit: number,
): Promise<Uint8Array> {
  const tooLarge = length !== undefined && length > limit;
  // One piece of the right size from the start, so that a picture of 10 MB takes 10 MB and not twice that.
  const whole = length === undefined || tooLarge ? undefined : Buffer.allocUnsafeSlow(length);
  const pieces: Uint8Array[] = [];
  let received = 0;
  await forEachChunk(chunks, (chunk) => {
    if (tooLarge || received + chunk.length > (length ?? limit)) throw new BodyError('tooLarge');
    if (whole) whole.set(chunk, received);
    else pieces.push(chunk);
    received += chunk.length;
  });
  if (length !== undefined && received < length) throw new BodyError('truncated');
  return whole ?? Buffer.concat(pieces, received);
}

/**
 * What `for await` does, by events: that joins all chunks that have come since its last turn, one more copy of the
 * whole picture. What `onChunk` throws ends the stream, and with it the download.
 */
function forEachChunk(chunks: AsyncIterable<Uint8Array>, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  const stream = chunks instanceof Readable ? chunks : Readable.from(chunks, { objectMode: false });
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Uint8Array) => {
      try {
        onChunk(chunk);
      } catch (error) {
        reject(error);
        stream.destroy();
      }
    });
    stream.on('end', resolve);
    stream.on('error', reject);
    stream.on('close', () => {
      // Errors note where they were made, which takes time, and nearly every body is whole.
      if (!stream.readableEnded) reject(new BodyError('truncated'));
    });
  });
}

/** Each one may make 64 MB of what is in it: an honest server puts on one, and a proxy perhaps another. */
const mostEncodings = 3;

/** Encodings are listed in the order in which they were put on. */
async function decompress(bytes: Uint8Array, encoding: string, limit: number): Promise<Uint8Array> {
  let current = bytes;
  const names = encoding.toLowerCase().split(',', mostEncodings + 1);
  if (names.length > mostEncodings) throw new BodyError('undecodable');
  for (const name of names.toReversed()) {
    const decode = decoderFor(name.trim(), current);
    if (decode === 'none' || current.length === 0) continue;
    if (!decode) throw new BodyError('undecodable');
    try {
      current = await decode(current, { maxOutputLength: limit });
    } catch (error) {
      throw new BodyError(problemOf(error), { cause: error });
    }
  }
  return current;
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip) as Decoder,
  'x-gzip': promisify(gunzip) as Decoder,
  br: promisify(brotliDecompress) as Decoder,
};

function decoderFor(name: string, bytes: Uint8Array): Decoder | 'none' | undefined {
  if (name === '' || name === 'identity') return 'none';
  // Some servers leave out the two bytes around it that the standard asks for.
  if (name === 'deflate') return promisify(((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw) as Decoder;
  return Object.hasOwn(decoders, name) ? decoders[name] : undefined;
}

function problemOf(error: unknown): BodyError['problem'] {
  const { code } = error as { code?: unknown };
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'tooLarge';
  return code === 'Z_BUF_ERROR' ? 'truncated' : 'undecodable';
}
