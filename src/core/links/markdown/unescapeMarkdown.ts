/** Undoes Markdown's backslash escapes and character references. */
import { decodeEntities } from '../tags/entities.ts';

const escapeOrEntity = /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/gu;

export function unescapeMarkdown(text: string): string {
  return text.replace(escapeOrEntity, (match: string, character?: string) => character ?? decodeEntities(match));
}
