/** A name like a journal's writer, of a process that does not run: this one's number, but started long before. */
import { randomUUID } from 'node:crypto';
import { thisProcess, writerName } from '../../../../src/files/writer.ts';

export function deadWriter(): string {
  return `${writerName({ ...thisProcess(), started: '1' })}-${randomUUID().slice(0, 8)}`;
}
