/** Who writes a file: a process of a machine. Its name travels in file names, for those who come after a crash. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/** A process, told from a later one with the same number by when it started. */
export interface Writer {
  /** Eight hexadecimal digits made from the machine's name. */
  readonly machine: string;
  readonly process: number;
  /** Milliseconds since 1970, in base 36. */
  readonly started: string;
}

export function thisProcess(): Writer {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return { machine, process: process.pid, started: Math.round(performance.timeOrigin).toString(36) };
}

/** Such as `1f0c33aa-4711-m3k9x2`. */
export function writerName({ machine, process, started }: Writer): string {
  return `${machine}-${process}-${started}`;
}

/** Undefined for what is no such name. */
export function readWriter(name: string): Writer | undefined {
  const [, machine, id, started] = /^([0-9a-f]{8})-(\d{1,10})-([0-9a-z]{1,12})$/.exec(name) ?? [];
  return machine && started ? { machine, process: Number(id), started } : undefined;
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
