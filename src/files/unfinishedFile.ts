/**
 * A picture on its way to its name: a hidden file beside it, whose own name tells what is needed to finish the work
 * after a crash: `.lighthouse.png.48213.1f0c33aa-4711-m3k9x2-90ab12cd.depict-part`, which is the wanted name, how many
 * bytes it will have, and who writes it (machine, process, when that started, a random number).
 */
import { randomUUID } from 'node:crypto';
import { readWriter, thisProcess, writerName, type Writer } from './writer.ts';

export interface UnfinishedFile {
  /** Wanted name; a long one is cut. */
  readonly fileName: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly writer: Writer;
}

/** In UTF-8: keeps the whole name within the 143 bytes that encrypted home folders allow. */
const maxFileNameBytes = 72;

const pattern = /^\.(.+)\.(\d{1,15})\.([0-9a-f]+-\d+-[0-9a-z]+)-[0-9a-f]{8}\.depict-part$/s;

/** A name that no other save has. */
export function nameUnfinished(fileName: string, bytes: number): string {
  const random = randomUUID().slice(0, 8);
  return `.${shorten(fileName)}.${bytes}.${writerName(thisProcess())}-${random}.depict-part`;
}

/** Undefined for every name that is not of that kind. */
export function readUnfinished(name: string): UnfinishedFile | undefined {
  const [, fileName, bytes, by = ''] = pattern.exec(name) ?? [];
  const writer = readWriter(by);
  return fileName && writer ? { fileName, bytes: Number(bytes), writer } : undefined;
}

/** Cuts between characters, before the ending. */
function shorten(fileName: string): string {
  const ending = /\.\w{1,8}$/.exec(fileName)?.[0] ?? '';
  const name = Buffer.from(fileName.slice(0, fileName.length - ending.length));
  if (name.length + ending.length <= maxFileNameBytes) return fileName;
  return (
    name
      .subarray(0, maxFileNameBytes - ending.length)
      .toString()
      .replace(/\ufffd$/, '') + ending
  );
}
