/** What is looked at in an answer without a picture, to say what it means. */
import type { Evidence } from '../../core/failure.ts';
import { ownMatch } from './ownMatch.ts';

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
  /** What the user has written: where a service only repeats it, its words say nothing. */
  readonly sent?: readonly string[];
}

/** Of an answer: what is said in it, and by whom. */
export interface Said {
  readonly asked: Asked;
  readonly evidence: Evidence;
  /** The service's own words, as `comparable`. */
  readonly text: string;
  /** What was sent, as `comparable`. */
  readonly sent: readonly string[];
  /** As `serviceCodes`. */
  readonly codes: readonly string[];
}

export interface Seen extends Said {
  /** The answer is HTML. */
  readonly page: boolean;
  /** `x-error-code`, which the Hub sends. */
  readonly code?: string;
  readonly estimateSeconds?: number;
  readonly retryAfterSeconds?: number;
}

/** Whether words stand in a service's own, or in one of its codes. @param inCodes where that is another pattern */
export function says({ text, sent, codes }: Said, words: RegExp, inCodes = words): boolean {
  return ownMatch(text, words, sent) !== undefined || codes.some((code) => words.test(code) || inCodes.test(code));
}

export function isRouted({ asked }: Said): boolean {
  return asked.provider !== undefined;
}

/** @param code of Z.ai's list: https://docs.z.ai/api-reference/api-code */
export function isZai({ asked, codes }: Said, code: string): boolean {
  return asked.provider === 'zai-org' && codes.includes(code);
}
