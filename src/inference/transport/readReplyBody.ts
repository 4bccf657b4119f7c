/** Reads an answer's body whole, or says as a failure why it cannot be used. */
import { ImageFailure } from '../../core/failure.ts';
import { BodyError, readBody } from './readBody.ts';

/** Far more than any picture of today's models; less than what would hurt the editor. */
const limitBytes = 64 * 1024 * 1024;
/** What a service says when it fails is a line, or a page. */
const failureLimitBytes = 1024 * 1024;

export interface ReplyFacts {
  readonly status: number;
  /** Host, for people. */
  readonly service: string;
  readonly requestId: string | undefined;
  readonly signal: AbortSignal;
  readonly encoding: string | undefined;
  /** `Content-Length` as it was sent. */
  readonly length: string | undefined;
}

/**
 * @throws {ImageFailure} `badReply`; only for an answer that should hold a picture: an error page that breaks off does
 * not hide the error
 * @throws the signal's reason, when it is aborted
 */
export async function readReplyBody(chunks: AsyncIterable<Uint8Array>, facts: ReplyFacts): Promise<Uint8Array> {
  const { status, service, requestId, signal, encoding } = facts;
  const succeeded = status >= 200 && status <= 299;
  const limit = succeeded ? limitBytes : failureLimitBytes;
  const length = facts.length !== undefined && /^\d{1,15}$/.test(facts.length) ? Number(facts.length) : undefined;
  try {
    return await readBody(chunks, { encoding, length, limit });
  } catch (error) {
    signal.throwIfAborted();
    if (!succeeded) return new Uint8Array();
    // The connection broke: whatever it was called, the rest of the picture is missing.
    const problem = error instanceof BodyError ? error.problem : 'truncated';
    const limited = problem === 'tooLarge' ? { limitBytes } : {};
    const quoted = requestId === undefined ? {} : { requestId };
    throw new ImageFailure({ kind: 'badReply', problem, service, status, ...quoted, ...limited });
  }
}
