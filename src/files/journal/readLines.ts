/** Reads the lines of a file that another process may be writing to, the last ones first. */
import { open, type FileHandle } from 'node:fs/promises';

/** Some hundred lines: a long file is read in steps between which others get their turn. */
const sliceBytes = 256 * 1024;

const newline = 0x0a;

/**
 * @param from bytes from the file's start, where a line begins
 * @param take gets slices of the file, each in its own order
 * @returns how far the lines go, in bytes: what follows is a line that is not whole, or not yet
 */
export async function readLines(file: string, from: number, take: (lines: readonly string[]) => void): Promise<number> {
  const handle = await open(file);
  try {
    let end: number | undefined;
    let to = (await handle.stat()).size;
    for (let length = sliceBytes; to > from;) {
      const start = Math.max(from, to - length);
      const bytes = await read(handle, start, to - start);
      const first = start === from ? 0 : bytes.indexOf(newline) + 1;
      const last = bytes.lastIndexOf(newline) + 1;
      if (last <= first && start > from) {
        length *= 2; // a line longer than that
        continue;
      }
      if (last > first) take(bytes.toString('utf8', first, last - 1).split('\n'));
      end ??= start + last;
      to = start + first;
      length = sliceBytes;
      if (start === from) break;
    }
    return end ?? from;
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
