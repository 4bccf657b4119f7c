/** Finds a service's own words in an answer, in whichever of a dozen shapes they come. */
import { plainText } from '../../core/plainText.ts';
import type { HttpReply } from '../transport.ts';
import type { ReplyContent } from './replyContent.ts';

/**
 * One line of at most 500 characters, without control characters and without anything that looks like a token.
 * Undefined where the answer says nothing, not even in its status line.
 * @param token what was sent with the request, to be taken out of an answer that echoes it
 */
export function serviceWords(reply: HttpReply, content: ReplyContent, token?: string): string | undefined {
  const words =
    (content.type === 'json' ? jsonWords(content.value) : undefined) ??
    said(reply.headers['x-error-message']) ??
    otherWords(content) ??
    // "OK" explains nothing.
    (reply.status >= 400 ? said(reply.statusText) : undefined);
  return words === undefined ? undefined : plainText(withoutSecrets(words.slice(0, 5_000), token)) || undefined;
}

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
  if (!isObject(value)) return undefined;
  const main = mainWords(value);
  const fields = list(value['invalid_fields']).flatMap((one) => fieldText(one) ?? []);
  const warnings = list(value['warnings']).flatMap((one) => said(one) ?? []);
  const all = [...(main === undefined ? [] : [main]), ...[...fields, ...warnings].filter((one) => one !== main)];
  return all.length > 0 ? all.join(' – ') : undefined;
}

function mainWords(value: Readonly<Record<string, unknown>>): string | undefined {
  const { error, detail, message, errors, title } = value;
  return (
    (typeof error === 'string' ? errorText(error, message) : undefined) ??
    joined(list(error).map(messageOf)) ??
    (isObject(error) ? messageOf(error) : undefined) ??
    said(detail) ??
    joined(list(detail).map(validationText)) ??
    (isObject(detail) ? messageOf(detail) : undefined) ??
    said(message) ??
    joined(list(errors).map(messageOf)) ??
    said(title)
  );
}

/** `{"error":"server_error","message":"the real reason"}`: a bare code word gives way to the message. */
function errorText(error: string, message: unknown): string | undefined {
  const code = /^[\w.:-]*$/.test(error);
  return (code ? said(message) : undefined) ?? said(error);
}

/** `{"loc":["body","height"],"msg":"Field required"}` as `body.height: Field required`. */
function validationText(entry: unknown): string | undefined {
  if (!isObject(entry)) return said(entry);
  const text = said(entry['msg']) ?? messageOf(entry);
  const place = list(entry['loc']).join('.');
  return text !== undefined && place !== '' ? `${place}: ${text}` : text;
}

/** `application/problem+json`: `{"name":"steps","reason":"must be at most 4"}` as `steps: must be at most 4`. */
function fieldText(entry: unknown): string | undefined {
  if (!isObject(entry)) return said(entry);
  const name = said(entry['name']) ?? said(entry['field']);
  const text = said(entry['reason']) ?? messageOf(entry);
  return name !== undefined && text !== undefined ? `${name}: ${text}` : (text ?? name);
}

function messageOf(entry: unknown): string | undefined {
  return isObject(entry) ? (said(entry['message']) ?? said(entry['detail']) ?? said(entry['error'])) : said(entry);
}

function otherWords(content: ReplyContent): string | undefined {
  if (content.type === 'html') return said(/<title[^>]*>([^<]*)/i.exec(content.text)?.[1]);
  if (content.type === 'text') return said(content.text);
  return content.type === 'json' && isObject(content.value) ? said(JSON.stringify(content.value)) : undefined;
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const known = texts.filter((text) => text !== undefined);
  return known.length > 0 ? known.join('; ') : undefined;
}

function said(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
