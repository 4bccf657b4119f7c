/**
 * Says what an answer without a picture means. This table of evidence is the only place in Depict that reads a
 * server's words; the first row that fits decides.
 */
import type { Evidence, Failure, ReplyProblem } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import type { HttpReply } from '../transport.ts';
import { replyContent, type ReplyContent } from './replyContent.ts';
import { requestIdIn } from './requestIdIn.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import { serviceCodes } from './serviceCodes.ts';
import { serviceWords, withoutSecrets } from './serviceWords.ts';
import { statedWait } from './statedWait.ts';

/** Who was asked, and how. */
export interface Asked {
  /** Host, for people. */
  readonly service: string;
  readonly origin: string;
  readonly model: string;
  /** A provider's id; endpoints have none. */
  readonly provider?: string;
  /** What was sent with the request, if anything. */
  readonly token?: string;
  /** Set where a token must not be sent because of the address: the setting that holds it. */
  readonly keepsTokenBack?: string;
  /** The Hub says that this provider serves the model, under a name of the provider's own. */
  readonly listed?: boolean;
  /** It is a web UI of AUTOMATIC1111's kind. */
  readonly webUi?: boolean;
}

export interface Verdict {
  readonly failure: Failure;
  /** Set where the same request may be sent again: the service has said that it did nothing yet. */
  readonly repeat?: 'loading' | 'overloaded' | 'rateLimited';
  /** Seconds, where the service names them. */
  readonly repeatAfter?: number;
}

interface Seen {
  readonly asked: Asked;
  readonly evidence: Evidence;
  /** As `serviceCodes`. */
  readonly codes: readonly string[];
  /** The answer is HTML. */
  readonly page: boolean;
  /** `x-error-code`, which the Hub sends. */
  readonly code?: string;
  readonly estimateSeconds?: number;
  readonly retryAfterSeconds?: number;
}

interface Row {
  /** Any status where missing. */
  readonly status?: number | readonly [from: number, to: number];
  /** Those within `status` that mean something else, whatever the words. */
  readonly except?: readonly number[];
  /** In the service's words, or in one of its codes. */
  readonly words?: RegExp;
  /** In one of its codes, where not in `words`. */
  readonly codes?: RegExp;
  readonly when?: (seen: Seen) => boolean;
  readonly means: (seen: Seen) => Verdict;
}

const filterWords =
  /\b(nsfw (content|concepts?|image)|(nsfw|unsafe|inappropriate|explicit|sensitive|harmful|prohibited) (content|material|information)|safety (checker|system|filter|polic)\w*|content[_ ](polic(y|ies)|filter)|content[_ ]moderation(?! (\w+ )?(is |was )?(unavailable|down|overloaded|timed out))|(blocked|rejected|refused|stopped|denied|failed) (by |in )?((our|the|its) )?moderation|moderation (polic(y|ies)|blocked)|(request|content|prompt|output) (was )?moderated|flagged as|flagged by|no media generated)\b/i;
/** In words it may be the name of a parameter or a model. */
const filterCodes = /\bmoderation\b/i;
const creditWords =
  /\b(depleted|exceeded|ran out|run out|out) (of )?(your )?(monthly )?(included )?credits?\b|\binsufficient[_ ](credits?|balance|funds|quota)|\b(exhausted|not enough) (credits?|balance)\b|\bbilling (hard limit|limit (has been |was |is )?(reached|exceeded))\b|\btop[ _-]?up (your|the) (account|balance|credits?|wallet)\b|\bbalance\b.{0,40}\btop[ -]?up\b|\b(please|reason:) top[ _-]?up\b|\bpayment required\b|\bpre-?paid credits\b/i;
/** In words, "top up" may be a piece of the prompt. */
const creditCodes = /\btop ?up\b/i;
/** Google says it of a limit for each minute as well, and then how long to wait. */
const quotaWords = /\bexceeded your current quota\b/i;
const permissionWords = /\b(sufficient permissions?|not (allowed|permitted|authorized) to)\b/i;
const gatedWords =
  /\b(gated|restricted|must (be authenticated|have access)|ask for access|accept the (license|conditions))\b/i;
const loadingWords =
  /\b(loading|warming up|starting|(scaling|spinning|waking) up|scaled to zero|initiali[sz]ing|cold start|not ready)\b/i;
const bareWords = /^(503 )?(service )?(temporarily )?unavailable\b/i;
const overloadedWords =
  /\b(overloaded|overload|too busy|busy|(at|over|out of|no) capacity|capacity reached|queue is full)\b/i;
const notServedWords =
  /not supported by (the |any )?provider|provider .{0,80}(does not|doesn't) support|no (inference )?provider|not (currently )?(deployed|served)|too large to be loaded|non-serverless model|\bmodel not (supported|available)\b/i;
const lockedWords = /\buser is locked\b/i;

const table: readonly Row[] = [
  { status: [300, 399], means: ({ evidence }) => fail({ kind: 'badReply', problem: 'redirect', ...evidence }) },
  { status: [100, 199], means: unexpected },
  { status: [600, 999], means: unexpected },
  { status: 402, means: noCredit },
  // fal says it of the account that it was asked with. Through the router that is Hugging Face's own, unless the user has
  // left a key there: nothing that can be bought at Hugging Face helps, and another provider may do.
  { status: 403, words: lockedWords, when: isRouted, means: down },
  { status: [400, 429], words: creditWords, codes: creditCodes, means: noCredit },
  { status: 429, words: quotaWords, when: (seen) => seen.retryAfterSeconds !== undefined, means: rateLimited },
  { status: [400, 429], words: quotaWords, means: noCredit },
  { status: [200, 500], except: [401, 404, 429], words: filterWords, codes: filterCodes, means: refused },
  // The words that belong to these numbers come in Chinese too. https://docs.z.ai/api-reference/api-code
  { status: [400, 499], when: (seen) => isZai(seen, '1113'), means: noCredit },
  { status: [400, 499], when: (seen) => isZai(seen, '1301'), means: refused },
  { status: [400, 499], when: (seen) => isZai(seen, '1211'), means: notServed },
  // The Hub says 401 to everything that the caller may not see, and whether it exists in a header.
  { status: [401, 404], when: ({ code }) => code === 'RepoNotFound', means: missing },
  { status: [401, 403], when: ({ code }) => code === 'GatedRepo', means: gated },
  { status: [400, 499], except: [408, 409, 429], words: notServedWords, means: notServed },
  { status: 403, words: lockedWords, means: down },
  { status: 403, words: gatedWords, means: gated },
  { status: 401, words: gatedWords, when: hadToken, means: gated },
  { status: 401, words: permissionWords, when: hadToken, means: forbidden },
  {
    status: 401,
    when: hadToken,
    means: ({ asked, evidence }) => fail({ kind: 'badToken', origin: asked.origin, ...evidence }),
  },
  // Asking for a token would not help: over plain http to another machine none is sent.
  { status: 401, when: ({ asked }) => asked.keepsTokenBack !== undefined, means: badAddress },
  { status: 401, means: ({ asked }) => fail({ kind: 'noToken', origin: asked.origin }) },
  { status: 403, means: forbidden },
  { status: 407, means: ({ evidence }) => fail({ kind: 'offline', problem: 'proxy', ...evidence }) },
  // "https://api-inference.huggingface.co is no longer supported": what was served there is served no more.
  { status: 410, means: notServed },
  // FastAPI's answer where there is no such route: these programs have their API only when started with `--api`.
  {
    status: 404,
    words: /^(not found)?$/i,
    when: ({ asked }) => asked.webUi === true,
    means: ({ evidence }) => fail({ kind: 'badReply', problem: 'noApi', ...evidence }),
  },
  {
    status: 404,
    when: ({ asked }) => asked.webUi === true,
    means: ({ evidence }) => fail({ kind: 'invalidRequest', problem: { type: 'rejected', ...evidence } }),
  },
  // Here it is the provider's name for the model that is gone, not the model.
  { status: 404, when: ({ asked }) => asked.listed === true, means: notServed },
  { status: 404, means: missing },
  { status: 429, means: rateLimited },
  { status: 503, when: ({ estimateSeconds }) => estimateSeconds !== undefined, means: loading },
  { status: 503, words: loadingWords, means: loading },
  { status: 200, words: /\bcurrently loading\b/i, means: loading },
  { status: 503, words: overloadedWords, means: overloaded },
  // An Inference Endpoint that is scaled to zero says no more than this until its first replica is up. It is paid for
  // by the hour: asking again costs nothing. A page is what a proxy says of a server that is gone.
  { status: 503, when: isAsleep, means: loading },
  { status: [500, 599], means: down },
  // The server gave up waiting for our request: nothing is wrong with the request itself.
  { status: 408, means: down },
  {
    status: [400, 499],
    means: ({ evidence }) => fail({ kind: 'invalidRequest', problem: { type: 'rejected', ...evidence } }),
  },
];

/**
 * @param problem what is wrong with an answer whose status promised a picture
 * @param now milliseconds since 1970, for a Retry-After that is a date
 */
export function classify(reply: HttpReply, asked: Asked, now: number, problem: ReplyProblem = 'notAnImage'): Verdict {
  const content = replyContent(reply);
  // Where the picture is missing, the rest of the answer says nothing to a person.
  const detail = serviceWords(reply, content, asked.token, problem !== 'empty');
  const requestId = requestIdIn(reply.headers, asked.token);
  const estimateSeconds = estimateIn(content);
  const code = reply.headers['x-error-code'];
  const retryAfter = retryAfterSeconds(reply.headers, now) ?? statedWait(content, detail);
  const seen: Seen = {
    asked,
    codes: serviceCodes(content),
    page: content.type === 'html',
    evidence: {
      service: asked.service,
      status: reply.status,
      ...(detail === undefined ? {} : { detail }),
      ...(requestId === undefined ? {} : { requestId }),
    },
    ...(estimateSeconds === undefined ? {} : { estimateSeconds }),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
    ...(code === undefined ? {} : { code }),
  };
  const row = table.find((each) => fits(each, seen));
  return row?.means(seen) ?? fail({ kind: 'badReply', problem, ...seen.evidence });
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
  const requestId = requestIdIn(reply.headers, asked.token);
  const evidence: Evidence = {
    service: asked.service,
    ...(detail ? { detail } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
  const seen = { asked, evidence, codes: serviceCodes(content) };
  const isRefused = filter || says(seen, filterWords, filterCodes) || isZai(seen, '1301');
  if (isRefused) return { kind: 'refused', reason: 'filter', ...evidence };
  const isLocked = isRouted(seen) && says(seen, lockedWords);
  const isBroke = says(seen, creditWords, creditCodes) || says(seen, quotaWords) || isZai(seen, '1113');
  if (isBroke && !isLocked) return { kind: 'noCredit', origin: asked.origin, ...evidence };
  return { kind: 'providerDown', ...evidence };
}

function fits({ status, except, words, codes, when }: Row, seen: Seen): boolean {
  const answered = seen.evidence.status ?? 0;
  const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
  if (answered < from || answered > to || except?.includes(answered)) return false;
  if (words && !says(seen, words, codes)) return false;
  return when?.(seen) ?? true;
}

function says({ evidence, codes }: Pick<Seen, 'evidence' | 'codes'>, words: RegExp, inCodes = words): boolean {
  return words.test(evidence.detail ?? '') || codes.some((code) => words.test(code) || inCodes.test(code));
}

function isRouted({ asked }: Pick<Seen, 'asked'>): boolean {
  return asked.provider !== undefined;
}

function isAsleep({ asked, page, evidence }: Seen): boolean {
  return asked.provider === undefined && !page && bareWords.test(evidence.detail ?? '');
}

function isZai({ asked, codes }: Pick<Seen, 'asked' | 'codes'>, code: string): boolean {
  return asked.provider === 'zai-org' && codes.includes(code);
}

function fail(failure: Failure): Verdict {
  return { failure };
}

function hadToken({ asked }: Seen): boolean {
  return asked.token !== undefined;
}

function unexpected({ evidence }: Seen): Verdict {
  return fail({ kind: 'badReply', problem: 'unexpectedStatus', ...evidence });
}

function badAddress({ asked }: Seen): Verdict {
  const problem = { type: 'badUrl', name: asked.keepsTokenBack ?? '', url: asked.origin } as const;
  return fail({ kind: 'invalidRequest', problem });
}

function refused({ evidence }: Seen): Verdict {
  return fail({ kind: 'refused', reason: 'filter', ...evidence });
}

function noCredit({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'noCredit', origin: asked.origin, ...evidence });
}

function forbidden({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'forbidden', origin: asked.origin, ...evidence });
}

function gated({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'forbidden', origin: asked.origin, gatedModel: asked.model, ...evidence });
}

function down({ evidence }: Seen): Verdict {
  return fail({ kind: 'providerDown', ...evidence });
}

function overloaded(seen: Seen): Verdict {
  return { ...down(seen), repeat: 'overloaded', ...after(seen.retryAfterSeconds) };
}

function missing({ asked, evidence }: Seen): Verdict {
  return fail({ kind: 'modelMissing', model: asked.model, ...evidence });
}

function notServed({ asked, evidence }: Seen): Verdict {
  const provider = asked.provider === undefined ? {} : { provider: asked.provider };
  return fail({ kind: 'modelNotServed', model: asked.model, ...provider, servedBy: [], ...evidence });
}

function loading({ asked, evidence, estimateSeconds, retryAfterSeconds }: Seen): Verdict {
  const seconds = estimateSeconds ?? retryAfterSeconds;
  const estimate = seconds === undefined ? {} : { estimateSeconds: seconds };
  const failure: Failure = { kind: 'modelLoading', model: asked.model, ...estimate, ...evidence };
  return evidence.status === 503 ? { failure, repeat: 'loading', ...after(seconds) } : { failure };
}

function rateLimited({ evidence, retryAfterSeconds }: Seen): Verdict {
  const seconds = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const failure: Failure = { kind: 'rateLimited', ...seconds, ...evidence };
  return { failure, repeat: 'rateLimited', ...after(retryAfterSeconds) };
}

function after(seconds: number | undefined): Pick<Verdict, 'repeatAfter'> {
  return seconds === undefined ? {} : { repeatAfter: seconds };
}

/** `{"estimated_time":20.0}`, in seconds. */
function estimateIn(content: ReplyContent): number | undefined {
  if (content.type !== 'json' || typeof content.value !== 'object' || content.value === null) return undefined;
  const { estimated_time: estimate } = content.value as { estimated_time?: unknown };
  return typeof estimate === 'number' && estimate >= 0 && estimate < 1e6 ? estimate : undefined;
}
