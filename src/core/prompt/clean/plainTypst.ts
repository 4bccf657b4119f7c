/** Takes the marks off a piece of Typst's markup: emphasis, raw text, labels, references, code, escapes. */
import { scanTypst } from '../../links/typst/typstScanner.ts';
import { readTypstString } from '../../links/typst/typstString.ts';

const marks: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/#link\("[^"\n]{0,1000}"\)\[([^\]\n]{0,500})\]/gu, '$1'],
  [
    /#(?:footnote|cite|label|ref|pagebreak|v|h|colbreak|line|image|include|bibliography)(?:\([^()\n]{0,500}\))?(?:\[[^\]\n]{0,500}\])?/gu,
    '',
  ],
  [/#[\p{L}_][\p{L}\p{N}_.-]{0,60}(?:\([^()\n]{0,500}\))?\[([^[\]\n]{0,1000})\]/gu, '$1'],
  [/(?<=^|[\s\p{P}])<[\p{L}\p{N}_:.-]{1,100}>(?=\s*$)/gmu, ''],
  [/(?<![\p{L}\p{N}])@[\p{L}\p{N}_:-]{1,100}(?:\[[^\]\n]{0,200}\])?/gu, ''],
  [/(?<![\p{L}\p{N}\\*])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}\\_])_(?=\S)([^_]{1,1000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/(?<!\\)\$([^$\n]{0,500})\$/gu, '$1'],
  [/(?<!\\)~/gu, ' '],
  [/\\\n/gu, ' '],
];

export function plainTypst(text: string): string {
  // What is escaped is out of the marks' sight meanwhile.
  const escaped: string[] = [];
  let result = withoutHidden(text).replace(/\\(?:u\{[0-9A-Fa-f]{1,6}\}|[\p{P}\p{S}])/gu, (escape) => {
    escaped.push(escape.startsWith('\\u') ? readTypstString(escape) : escape.slice(1));
    return `\uE000${escaped.length - 1}\uE001`;
  });
  for (const [pattern, replacement] of marks) result = result.replace(pattern, replacement);
  return result
    .replace(/\uE000(\d+)\uE001/gu, (_, index: string) => escaped[Number(index)] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Comments go, raw text is meant as it is. */
function withoutHidden(text: string): string {
  if (!/[`/]/u.test(text)) return text;
  let position = 0;
  const pieces: string[] = [];
  for (const { start, end, type } of scanTypst(text).hidden) {
    pieces.push(text.slice(position, start), type === 'raw' ? rawText(text.slice(start, end)) : ' ');
    position = end;
  }
  return pieces.join('') + text.slice(position);
}

/** Three marks and more may name a language. */
function rawText(raw: string): string {
  const marks = /^`+/u.exec(raw)?.[0].length ?? 0;
  const inside = raw.slice(marks, raw.endsWith('`'.repeat(marks)) ? -marks : undefined);
  return (marks > 1 ? inside.replace(/^\w+(?=\s)/u, '') : inside).trim();
}
