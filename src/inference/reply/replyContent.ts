/** What an answer's bytes are, whatever its Content-Type says: servers label JSON as images and pages as JSON. */
import type { HttpReply } from '../transport.ts';
import { readExactJson } from './exactJson.ts';

export type ReplyContent =
  | { readonly type: 'empty' }
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'html'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'binary' };

export function replyContent({ body, headers }: HttpReply): ReplyContent {
  if (body.length === 0) return { type: 'empty' };
  if (startsLikeAnImage(body)) return { type: 'binary' };
  const text = decodeText(body, headers['content-type']);
  if (text === undefined) return { type: 'binary' };
  if (text === '') return { type: 'empty' };
  if (/^[[{"]/.test(text)) {
    const value = parsed(text);
    return value === undefined ? { type: 'text', text } : { type: 'json', value };
  }
  // An SVG drawing starts with "<" as well, but it is no page with a message in it.
  if (text.startsWith('<') && /<(!doctype html|html|head|title|body|center|h1)\b/i.test(text.slice(0, 2_000))) {
    return { type: 'html', text };
  }
  return { type: 'text', text };
}

/** The first bytes of PNG, JPEG, GIF and WebP: enough to spare a large picture the attempt to read it as text. */
function startsLikeAnImage(body: Uint8Array): boolean {
  const first = body[0] ?? 0;
  return (
    first === 0x89 ||
    (first === 0xff && body[1] !== 0xfe) ||
    first === 0 ||
    /^(GIF8|RIFF)/.test(String.fromCharCode(...body.slice(0, 4)))
  );
}

/** Undefined for anything but text. White space around it is taken off. */
function decodeText(body: Uint8Array, contentType = ''): string | undefined {
  if (body[0] === 0xff && body[1] === 0xfe) return decodedAs('utf-16le', body);
  const charset = /^(?:text\/|application\/(?:[\w.+-]*\+)?json)[^;]*;.*?charset="?([\w-]{1,40})/i.exec(
    contentType,
  )?.[1];
  return decodedAs('utf-8', body) ?? (charset === undefined ? undefined : decodedAs(charset, body));
}

function decodedAs(charset: string, body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(body).trim();
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return readExactJson(text);
  } catch {
    return undefined;
  }
}
