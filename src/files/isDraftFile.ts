/** Whether a file is a draft: a few kilobytes of its beginning tell. */
import { open } from 'node:fs/promises';
import { draftHeadBytes, hasDraftMark } from '../core/draft/draftMark.ts';

/** Enough for most: a prompt of a few lines, and pictures that are no drafts. */
const firstBytes = 4 * 1024;

/** False also where there is no such file, or where it may not be read. */
export async function isDraftFile(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return false;
  try {
    const buffer = new Uint8Array(draftHeadBytes);
    let filled = 0;
    for (const wanted of [firstBytes, draftHeadBytes]) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, filled);
      filled += bytesRead;
      const answer = hasDraftMark(buffer.subarray(0, filled));
      if (answer !== undefined) return answer;
    }
    return false;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
