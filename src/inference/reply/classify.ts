/**
 * Says what an answer without a picture means. This and the table of evidence are the only places in Depict that take a
 * server's words for evidence.
 */
import type { Evidence, Failure, ReplyProblem } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import type { HttpReply } from '../transport.ts';
import { comparable } from './comparable.ts';
import { verdictOf } from './evidenceTable.ts';
import { creditCodes, creditWords, filterCodes, filterWords, lockedWords, quotaWords } from './evidenceWords.ts';
import { replyContent, type ReplyContent } from './replyContent.ts';
import { requestIdIn } from './requestIdIn.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import { isRouted, isZai, says, type Asked, type Said, type Seen } from './seen.ts';
import { serviceCodes } from './serviceCodes.ts';
import { serviceWords, withoutSecrets } from './serviceWords.ts';
import { statedWait } from './statedWait.ts';
import { fail, type Verdict } from './verdicts.ts';

/**
 * @param problem what is wrong with an answer whose status promised a picture
 * @param now milliseconds since 1970, for a Retry-After that is a date
 */
export function classify(reply: HttpReply, asked: Asked, now: number, problem: ReplyProblem = 'notAnImage'): Verdict {
  const content = replyContent(reply);
  // Where the picture is missing, the rest of the answer says nothing to a person.
  const detail = serviceWords(reply, content, asked.token, problem !== 'empty');
  const estimateSeconds = estimateIn(content);
  const code = reply.headers['x-error-code'];
  const said = saidIn(reply, content, asked, detail, reply.status);
  const retryAfter = retryAfterSeconds(reply.headers, now) ?? statedWait(content, said);
  const seen: Seen = {
    ...said,
    page: content.type === 'html',
    ...(estimateSeconds === undefined ? {} : { estimateSeconds }),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
    ...(code === undefined ? {} : { code }),
  };
  return verdictOf(seen) ?? fail({ kind: 'badReply', problem, ...seen.evidence });
}

/**
 * What it means that a service has given up a job, after it had accepted it: nothing is asked again then.
 * @param reply the answer that says so; its status is no part of the failure
 * @param words the service's own, where they are not in the usual places
 */
export function classifyFailedJob(reply: HttpReply, asked: Asked, words?: string, filter?: boolean): Failure {
  const content = replyContent(reply);
  const usual = serviceWords(reply, content, asked.token, false);
  const detail = words === undefined ? usual : plainText(withoutSecrets(words.slice(0, 5_000), asked.token));
  const said = saidIn(reply, content, asked, detail || undefined);
  const { evidence } = said;
  const isRefused = filter || says(said, filterWords, filterCodes) || isZai(said, '1301');
  if (isRefused) return { kind: 'refused', reason: 'filter', ...evidence };
  const isLocked = isRouted(said) && says(said, lockedWords);
  const isBroke = says(said, creditWords, creditCodes) || says(said, quotaWords) || isZai(said, '1113');
  if (isBroke && !isLocked) return { kind: 'noCredit', origin: asked.origin, ...evidence };
  return { kind: 'providerDown', ...evidence };
}

/** @param status missing where it is no part of the failure */
function saidIn(
  { headers }: HttpReply,
  content: ReplyContent,
  asked: Asked,
  detail: string | undefined,
  status?: number,
): Said {
  const requestId = requestIdIn(headers, asked.token);
  const evidence: Evidence = {
    service: asked.service,
    ...(status === undefined ? {} : { status }),
    ...(detail === undefined ? {} : { detail }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  return {
    asked,
    evidence,
    text: comparable(detail ?? ''),
    sent: [asked.model, ...(asked.sent ?? [])].map(comparable),
    codes: serviceCodes(content),
  };
}

/** `{"estimated_time":20.0}`, in seconds. */
function estimateIn(content: ReplyContent): number | undefined {
  if (content.type !== 'json' || typeof content.value !== 'object' || content.value === null) return undefined;
  const { estimated_time: estimate } = content.value as { estimated_time?: unknown };
  return typeof estimate === 'number' && estimate >= 0 && estimate < 1e6 ? estimate : undefined;
}
