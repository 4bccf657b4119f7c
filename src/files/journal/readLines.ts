/** Reads the lines of a file that another process may be writing to. */
import { open, type FileHandle } from 'node:fs/promises';

export interface ReadLines {
  readonly lines: readonly string[];
  /** How far they go, in bytes from the file's start: what follows is a line that is not whole, or not yet. */
  readonly end: number;
}

const newline = 0x0a;

/** @param from bytes from the file's start, where a line begins */
export async function readLines(file: string, from: number): Promise<ReadLines> {
  const handle = await open(file);
  try {
    const bytes = await readFrom(handle, from);
    const length = bytes.lastIndexOf(newline) + 1;
    if (length === 0) return { lines: [], end: from };
    return { lines: bytes.toString('utf8', 0, length - 1).split('\n'), end: from + length };
  } finally {
    await handle.close();
  }
}

async function readFrom(handle: FileHandle, from: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(Math.max(0, size - from));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
