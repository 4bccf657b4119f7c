/** Some services answer with a status of 200 in any case, and say in the body what it should have been. */
import type { HttpReply } from '../transport.ts';
import type { Reading } from './reading.ts';

/** @param read what the answer holds, where its own status is a success */
export function withNamedStatus(reply: HttpReply, read: Reading | undefined): HttpReply {
  return read?.type === 'failed' && read.status !== undefined
    ? { ...reply, status: read.status, statusText: '' }
    : reply;
}
