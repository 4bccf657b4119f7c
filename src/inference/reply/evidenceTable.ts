/** Which evidence means what: status, shape and words of an answer. */
import {
  bareWords,
  creditCodes,
  creditWords,
  filterCodes,
  filterWords,
  gatedWords,
  loadingWords,
  lockedWords,
  notServedWords,
  overloadedWords,
  permissionWords,
  quotaWords,
} from './evidenceWords.ts';
import { isRouted, isZai, says, type Seen } from './seen.ts';
import {
  fail,
  unexpected,
  badAddress,
  refused,
  noCredit,
  forbidden,
  gated,
  down,
  overloaded,
  missing,
  notServed,
  loading,
  rateLimited,
  type Verdict,
} from './verdicts.ts';

interface Row {
  /** Any status where missing. */
  readonly status?: number | readonly [from: number, to: number];
  /** Those within `status` that mean something else, whatever the words. */
  readonly except?: readonly number[];
  /** In the service's own words, or in one of its codes. */
  readonly words?: RegExp;
  /** In one of its codes, where not in `words`. */
  readonly codes?: RegExp;
  readonly when?: (seen: Seen) => boolean;
  readonly means: (seen: Seen) => Verdict;
}

/** The first row that fits decides. */
const evidenceTable: readonly Row[] = [
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
  // What is not there is the call: an Ollama that makes no pictures, or an address with a piece too many.
  {
    status: 404,
    words: /^(404:? )?(page not found|cannot post\b.*)$/i,
    when: (seen) => !isRouted(seen),
    means: unexpected,
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

/** Undefined where nothing fits: the answer is none that says what is wrong. */
export function verdictOf(seen: Seen): Verdict | undefined {
  return evidenceTable.find((row) => fits(row, seen))?.means(seen);
}

function fits({ status, except, words, codes, when }: Row, seen: Seen): boolean {
  const answered = seen.evidence.status ?? 0;
  const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
  if (answered < from || answered > to || except?.includes(answered)) return false;
  if (words && !says(seen, words, codes)) return false;
  return when?.(seen) ?? true;
}

function hadToken({ asked }: Seen): boolean {
  return asked.token !== undefined;
}

function isAsleep({ asked, page, text }: Seen): boolean {
  return asked.provider === undefined && !page && bareWords.test(text);
}
