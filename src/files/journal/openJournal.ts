/**
 * A journal on disk that several processes write and read at once: lines of text, each process's in a file of its own.
 * What is written survives the process, also one that is killed in the middle of a line; as with pictures, only a power
 * cut within seconds can take it.
 */
import path from 'node:path';
import { claim, type Release } from './claim.ts';
import { createAppender, type Appender } from './createAppender.ts';
import { createReader, type ReadNew } from './createReader.ts';
import { isWriterRunning, newWriter, ownFile } from './journalFile.ts';
import { mergeJournals } from './mergeJournals.ts';

export interface Journal extends Appender {
  /** This writer's name: no other one has it, nor had it ever. */
  readonly writer: string;
  /** Gives the lines of other writers that were not given yet. */
  readonly readNew: ReadNew;
  /** Whether the process of a writer runs; undefined where that cannot be known: on another machine, say. */
  isRunning(writer: string): boolean | undefined;
  /** As `claim` in this folder. */
  claim(what: string): Promise<Release | undefined>;
  /** Merges what ended processes have left, when that are many files. Rejects with the system's errors. */
  merge(): Promise<void>;
}

/**
 * Touches nothing yet: the folder is made with the first line.
 * @param folder absolute
 */
export function openJournal(folder: string): Journal {
  const writer = newWriter();
  return {
    ...createAppender(path.join(folder, ownFile(writer))),
    writer,
    readNew: createReader(folder, ownFile(writer)),
    isRunning: isWriterRunning,
    claim: (what) => claim(folder, what),
    merge: () => mergeJournals(folder, writer),
  };
}
