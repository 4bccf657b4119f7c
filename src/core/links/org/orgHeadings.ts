/** The headings of Org, without their keywords, priorities, counters and tags. */
import { plainOrg } from '../../prompt/clean/plainOrg.ts';
import type { Heading } from '../linkStyle.ts';
import { orgLines } from './orgLines.ts';

export function orgHeadings(text: string): readonly Heading[] {
  const keywords = todoKeywords(text);
  return orgLines(text).flatMap(({ start, text: row, kind }) => {
    const title = kind === 'heading' ? orgTitle(row, keywords) : '';
    return title === '' ? [] : [{ start, text: title }];
  });
}

/** The words of a heading's line. */
export function orgTitle(row: string, keywords: ReadonlySet<string>): string {
  const words = row.replace(/^\*+\s+/u, '').replace(/\s+:[\p{L}\p{N}_@#%:]+:\s*$/u, '');
  const first = /^\S+/u.exec(words)?.[0] ?? '';
  const rest = keywords.has(first) ? words.slice(first.length).trimStart() : words;
  return plainOrg(rest.replace(/^\[#\w{1,2}\]\s*/u, '').replace(/\[(?:\d*\/\d*|\d*%)\]/gu, ''));
}

/** Those of the document, `#+TODO: NEXT | CANCELLED(c)`, and the two that Org has by itself. */
export function todoKeywords(text: string): ReadonlySet<string> {
  const own = [...text.matchAll(/^#\+(?:seq_todo|typ_todo|todo):(.*)$/gimu)].flatMap(([, list = '']) =>
    list.split(/[\s|]+/u),
  );
  return new Set(['TODO', 'DONE', ...own.map((word) => word.replace(/\(.*$/u, '')).filter((word) => word !== '')]);
}
