/**
 * The files of a journal's folder. Each process appends to one of its own, named after it:
 * `1f0c33aa-4711-m3k9x2-90ab12cd.jsonl` (machine, process, when that started, a random number). Those of ended
 * processes are merged into `merged-<random>.jsonl`, which is never written to again.
 */
import { randomUUID } from 'node:crypto';
import { isRunning, readWriter, thisProcess, writerName } from '../writer.ts';

export type JournalFile =
  | { readonly type: 'written' | 'unfinished'; readonly name: string; readonly writer: string }
  | { readonly type: 'merged'; readonly name: string };

/** A name that no other journal has, nor any before: a process that opens two has two. */
export function newWriter(): string {
  return `${writerName(thisProcess())}-${randomUUID().slice(0, 8)}`;
}

/** False also for what is no name of a writer; undefined where it cannot be known. */
export function isWriterRunning(writer: string): boolean | undefined {
  const [, process = ''] = /^(.+)-[0-9a-f]{8}$/.exec(writer) ?? [];
  const known = readWriter(process);
  return known ? isRunning(known) : false;
}

export function ownFile(writer: string): string {
  return `${writer}.jsonl`;
}

/** Where a writer merges. */
export function unfinishedFile(writer: string): string {
  return `${writer}.tmp`;
}

export function newMergedFile(): string {
  return `merged-${randomUUID()}.jsonl`;
}

/** Undefined for files that are none of a journal, or of a later version's. */
export function readJournalFile(name: string): JournalFile | undefined {
  if (/^merged-[0-9a-f-]{36}\.jsonl$/.test(name)) return { type: 'merged', name };
  const [, writer, ending] = /^([0-9a-f]{8}-\d+-[0-9a-z]+-[0-9a-f]{8})\.(jsonl|tmp)$/.exec(name) ?? [];
  return writer ? { type: ending === 'tmp' ? 'unfinished' : 'written', name, writer } : undefined;
}
