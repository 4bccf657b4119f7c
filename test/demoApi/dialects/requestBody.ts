/** The body of a generation request: a JSON object, or the answer that says why it is not one. */
import { parseExactJson } from '../server/exactJson.ts';
import { errorReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Call } from '../server/call.ts';
import { isFields } from './checks.ts';
import type { Fields } from './checks.ts';

export type RequestBody = { readonly fields: Fields } | { readonly reply: Reply };

export function requestBody(call: Call): RequestBody {
  let value: unknown;
  try {
    value = parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(call.body));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reply: errorReply(400, `The request body is not valid JSON: ${reason}`) };
  }
  return isFields(value) ? { fields: value } : { reply: errorReply(400, 'The request body is not a JSON object') };
}
