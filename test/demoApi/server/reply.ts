/** What a route answers: everything that goes over the wire, before faults are put on it. */

import { writeExactJson } from './exactJson.ts';

export interface Reply {
  readonly status: number;
  /** Names in lower case. `content-length` is added when it is sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A bigint in the value becomes a number with all its digits. */
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(writeExactJson(value)),
  };
}

export function textReply(status: number, text: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body: Buffer.from(text) };
}

/** The usual failure of these services: one line of words under `error`. */
export function errorReply(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonReply(status, { error }, headers);
}
