/** Appends lines to a file, in order, without making anybody wait. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../saveFailure.ts';

export interface Appender {
  /**
   * Resolves when the line is in the file. The file is opened by its name for each write, so that one which was taken
   * away is made anew. Rejects with the system's error; the line is then written together with the next one.
   */
  append(line: string): Promise<void>;
  /** Resolves when all lines so far are in the file; rejects like `append`. */
  flush(): Promise<void>;
  /** Writes at once what is not in the file yet: the process may end any moment. So does `append` from then on. */
  close(): void;
}

/** What people ask for is nobody else's business. */
const options = { mode: 0o600 } as const;

/** @param file absolute; made with its folder when there is something to write */
export function createAppender(file: string): Appender {
  let pending = '';
  let writing: Promise<void> | undefined;
  /** The last write failed, or is not known to have ended: it may have left a part of a line. */
  let isCut = false;
  let isClosed = false;

  const withoutCut = (lines: string): string => (isCut ? `\n${lines}` : lines);

  async function write(): Promise<void> {
    try {
      while (pending !== '') {
        const lines = pending;
        const text = withoutCut(lines);
        isCut = true;
        await appendText(file, text);
        isCut = false;
        pending = pending.slice(lines.length);
      }
    } finally {
      writing = undefined;
    }
  }

  function writeNow(): void {
    const text = withoutCut(pending);
    mkdirSync(path.dirname(file), { recursive: true });
    appendFileSync(file, text, options);
    pending = '';
  }

  function flush(): Promise<void> {
    if (pending !== '') writing ??= write();
    return writing ?? Promise.resolve();
  }

  return {
    async append(line) {
      pending += `${line}\n`;
      if (isClosed) writeNow();
      else await flush();
    },
    flush,
    close() {
      isClosed = true;
      // Lines of a write that is under way are written twice: readers know them by their ids.
      if (pending !== '') writeNow();
    },
  };
}

async function appendText(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text, options);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await mkdir(path.dirname(file), { recursive: true });
    await appendFile(file, text, options);
  }
}
