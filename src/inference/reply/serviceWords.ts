/** Finds a service's own words in an answer, in whichever of a dozen shapes they come. */
import { plainText } from '../../core/plainText.ts';
import type { HttpReply } from '../transport.ts';
import type { ReplyContent } from './replyContent.ts';
import { withoutEntities } from './withoutEntities.ts';

/**
 * One line of at most 500 characters, without control characters and without anything that looks like a token.
 * Undefined where the answer says nothing, not even in its status line.
 * @param token what was sent with the request, to be taken out of an answer that echoes it
 * @param whole an object that has no words in it is told as it is
 */
export function serviceWords(
  reply: HttpReply,
  content: ReplyContent,
  token?: string,
  whole = true,
): string | undefined {
  const words =
    (content.type === 'json' ? jsonWords(content.value) : undefined) ??
    said(reply.headers['x-error-message']) ??
    otherWords(content, whole) ??
    (reply.status >= 400 && !plainStatuses.includes(reply.status) ? said(reply.statusText) : undefined);
  if (words === undefined || explainsNothing.test(words)) return undefined;
  return plainText(withoutSecrets(words.slice(0, 5_000), token)) || undefined;
}

const explainsNothing = /^(ok|success|\{\})$/i;

/** What their status lines say, Depict's own words for them say better. */
const plainStatuses: readonly number[] = [404, 429];

/** Of a list: a person reads no more of them. */
const mostTexts = 20;
/** Characters; looked for JSON in a longer text, a service could keep us busy for seconds. */
const longestInside = 20_000;
/** Characters of a page; its title stands at its beginning. */
const longestPage = 100_000;

/** Takes out what looks like a token, and passwords in addresses. */
export function withoutSecrets(text: string, token?: string): string {
  const known = token ? text.replaceAll(token, '…') : text;
  return known
    .replaceAll(/\bhf_[A-Za-z0-9_-]{4,}/g, 'hf_…')
    .replaceAll(/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, '$1 …')
    .replaceAll(/:\/\/[^/\s@]+@/g, '://…@');
}

function jsonWords(value: unknown): string | undefined {
  if (typeof value === 'string') return said(value);
  // fal has been seen to leave out the object around its list of problems, as Google's services do.
  if (Array.isArray(value)) return joined(list(value).map(validationText));
  if (!isObject(value)) return undefined;
  const main = mainWords(value);
  const fields = list(value['invalid_fields']).flatMap((one) => fieldText(one, main) ?? []);
  const warnings = list(value['warnings']).flatMap((one) => said(one) ?? []);
  const all = [...(main === undefined ? [] : [main]), ...[...fields, ...warnings].filter((one) => one !== main)];
  return all.length > 0 ? all.join(' – ') : undefined;
}

function mainWords(value: Readonly<Record<string, unknown>>): string | undefined {
  const { error, title } = value;
  return (
    (typeof error === 'string' ? errorText(error, value) : undefined) ??
    joined(list(error).map(messageOf)) ??
    (isObject(error) ? messageOf(error) : undefined) ??
    besideError(value) ??
    said(title)
  );
}

/**
 * A bare code word gives way to what is beside it: `{"error":"server_error","message":"the real reason"}`, and from
 * AUTOMATIC1111 and its like, which name the class, `{"error":"OutOfMemoryError","detail":"","errors":"…"}`.
 */
function errorText(error: string, value: Readonly<Record<string, unknown>>): string | undefined {
  const code = /^[\w.:-]*$/.test(error);
  return (code ? (besideError(value) ?? said(value['error_description'])) : undefined) ?? said(error);
}

function besideError(value: Readonly<Record<string, unknown>>): string | undefined {
  const { detail, message, msg, errors } = value;
  return (
    said(detail) ??
    joined(list(detail).map(validationText)) ??
    (isObject(detail) ? messageOf(detail) : undefined) ??
    said(message) ??
    said(msg) ??
    said(errors) ??
    joined(list(errors).map(messageOf))
  );
}

/** `{"loc":["body","height"],"msg":"Field required"}` as `body.height: Field required`. */
function validationText(entry: unknown): string | undefined {
  if (!isObject(entry)) return said(entry);
  const text = said(entry['msg']) ?? messageOf(entry);
  const place = list(entry['loc'])
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('.');
  return text !== undefined && place !== '' ? `${place}: ${text}` : text;
}

/**
 * `application/problem+json`: `{"name":"steps","reason":"must be at most 4"}` as `steps: must be at most 4`.
 * @param main what is said already: Replicate says it all twice
 */
function fieldText(entry: unknown, main = ''): string | undefined {
  if (!isObject(entry)) return said(entry);
  const name = said(entry['name']) ?? said(entry['field']);
  const text = said(entry['reason']) ?? said(entry['description']) ?? messageOf(entry);
  if (text !== undefined && main.includes(text)) return undefined;
  return name !== undefined && text !== undefined ? `${name}: ${text}` : (text ?? name);
}

function messageOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return said(entry);
  const { message, detail, error } = entry;
  return said(message) ?? said(detail) ?? said(error) ?? (isObject(error) ? said(error['message']) : undefined);
}

function otherWords(content: ReplyContent, whole: boolean): string | undefined {
  if (content.type === 'html') {
    return said(withoutEntities(/<title[^<>]*>([^<]*)/i.exec(content.text.slice(0, longestPage))?.[1] ?? ''));
  }
  if (content.type === 'text') return said(content.text);
  return whole && content.type === 'json' && isObject(content.value) ? wholeText(content.value) : undefined;
}

/** Undefined for an object that holds nothing, or objects in objects beyond all measure. */
function wholeText(value: object): string | undefined {
  if (Object.keys(value).length === 0) return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const known = texts.filter((text) => text !== undefined);
  return known.length > 0 ? known.join('; ') : undefined;
}

function said(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  return (/^[[{]/.test(text) && text.length <= longestInside ? wordsInside(text) : undefined) ?? text;
}

/** The answer of yet another service, passed on as a text. */
function wordsInside(text: string): string | undefined {
  try {
    return jsonWords(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, mostTexts) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
