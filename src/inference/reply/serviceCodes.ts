/** What an answer says for programs beside its words: "content_policy_violation" under a message that tells nothing. */
import type { ReplyContent } from './replyContent.ts';
import { isObject, type JsonObject } from './replyObject.ts';

/** The names seen for codes, in an answer, in its `error` and in each entry of its `detail`. */
const members = ['code', 'type', 'error_type', 'error'];
/** Codes are short; a long text is words. */
const longest = 60;

/** With spaces in place of signs, as in words: `content policy violation`. Empty where there are none. */
export function serviceCodes(content: ReplyContent): readonly string[] {
  if (content.type !== 'json') return [];
  const outer = objectsIn(content.value);
  return [...outer, ...outer.flatMap(({ error, detail }) => [...objectsIn(error), ...objectsIn(detail)])].flatMap(
    (object) => members.flatMap((name) => codeText(object[name])),
  );
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
}

function codeText(value: unknown): readonly string[] {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length <= longest && /^[\w.:-]+$/.test(text)
    ? [text.replaceAll(/[_.:-]+/g, ' ')]
    : [];
}
