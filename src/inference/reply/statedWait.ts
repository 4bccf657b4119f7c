/** How long to wait before asking again, where an answer tells it in its body alone. */
import { ownMatch } from './ownMatch.ts';
import type { ReplyContent } from './replyContent.ts';
import { isObject } from './replyObject.ts';
import type { Said } from './seen.ts';

/** "Your rate limit resets in ~30s", "Please try again in 1m2.5s", "retry after 450ms". */
const words =
  /\b(?:resets?|again|retry|available|wait)(?: in| after)? ~?(?:(\d{1,4})m)?(\d{1,6}(?:\.\d{1,6})?) ?(ms|milliseconds?|s|secs?|seconds?)\b/i;

/** Whole seconds, rounded up; undefined where the answer does not say. */
export function statedWait(content: ReplyContent, { text, sent }: Pick<Said, 'text' | 'sent'>): number | undefined {
  const member = content.type === 'json' && isObject(content.value) ? content.value['retry_after'] : undefined;
  if (typeof member === 'number' && member >= 0 && member < 1e6) return Math.ceil(member);
  const [, minutes = '0', amount, unit = ''] = ownMatch(text, words, sent) ?? [];
  if (amount === undefined) return undefined;
  return Math.ceil(Number(minutes) * 60 + Number(amount) / (unit.toLowerCase().startsWith('m') ? 1_000 : 1));
}
