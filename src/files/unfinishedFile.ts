/**
 * A picture on its way to its name: a hidden file beside it, whose own name tells what is needed to finish the work
 * after a crash: `.lighthouse.png.48213.1f0c33aa-4711-m3k9x2-90ab12cd.depict-part`, which is the wanted name, how many
 * bytes it will have, and who writes it (machine, process, when that started, a random number).
 */
import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

export interface UnfinishedFile {
  /** Wanted name; a long one is cut. */
  readonly fileName: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly writer: Writer;
}

/** A process, told from a later one with the same number by when it started. */
export interface Writer {
  /** Eight hexadecimal digits made from the machine's name. */
  readonly machine: string;
  readonly process: number;
  /** Milliseconds since 1970, in base 36. */
  readonly started: string;
}

/** In UTF-8: keeps the whole name within the 143 bytes that encrypted home folders allow. */
const maxFileNameBytes = 72;

const pattern = /^\.(.+)\.(\d{1,15})\.([0-9a-f]{8})-(\d{1,10})-([0-9a-z]{1,12})-[0-9a-f]{8}\.depict-part$/s;

/** A name that no other save has. */
export function nameUnfinished(fileName: string, bytes: number): string {
  const { machine, process, started } = thisProcess();
  const random = randomUUID().slice(0, 8);
  return `.${shorten(fileName)}.${bytes}.${machine}-${process}-${started}-${random}.depict-part`;
}

/** Undefined for every name that is not of that kind. */
export function readUnfinished(name: string): UnfinishedFile | undefined {
  const [, fileName, bytes, machine, id, started] = pattern.exec(name) ?? [];
  if (!fileName || !machine || !started) return undefined;
  return { fileName, bytes: Number(bytes), writer: { machine, process: Number(id), started } };
}

/** Undefined where that cannot be known: on another machine that shares the folder, or in another container. */
export function isRunning(writer: Writer): boolean | undefined {
  const own = thisProcess();
  if (writer.machine !== own.machine) return undefined;
  if (writer.process === own.process) return writer.started === own.started;
  try {
    process.kill(writer.process, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function thisProcess(): Writer {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return { machine, process: process.pid, started: Math.round(performance.timeOrigin).toString(36) };
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
