/** A window as far as the history is concerned, which a test can close or kill without ending this process. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createHistory, type History } from '../../src/editor/history/history.ts';
import { openJournal } from '../../src/files/journal/openJournal.ts';
import { deadWriter } from '../unit/files/journal/deadWriter.ts';

export interface HistoryWindow {
  readonly history: History;
  readonly warnings: readonly string[];
  /** What it has written looks from now on as if its process were gone, or as if this other one had written it. */
  readonly kill: (writer?: string) => Promise<void>;
}

export function openWindow(folder: string): HistoryWindow {
  const journal = openJournal(folder);
  const warnings: string[] = [];
  const history = createHistory(journal, { warn: (text) => void warnings.push(text) });
  return {
    history,
    warnings,
    async kill(writer = deadWriter()) {
      await history.flush();
      const file = path.join(folder, `${journal.writer}.jsonl`);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(journal.writer, writer));
      await rename(file, path.join(folder, `${writer}.jsonl`));
    },
  };
}
