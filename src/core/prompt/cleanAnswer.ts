/** Takes the prompt out of what a language model has answered: models like to add words around it. */
import { cutText } from '../names/graphemes.ts';
import { tidy } from './clean/tidy.ts';
import { withoutHidden } from './withoutHidden.ts';

/** UTF-16 code units of an answer that are looked at. A longer one is no prompt, and need not be waited for. */
export const maxReadLength = 20_000;
const maxLength = 1_000;

/** A wrapping may hold another: `**Prompt:** "a fox"` has three. */
const maxWrappings = 8;

const word = String.raw`(?:[\p{L}-]{0,20}prompts?|プロンプト|提示[词詞语語]|프롬프트|промпт)`;
const kinds = '(?:(?:the|your|final|image|picture|scene|visual|text-to-image)\\s+){0,3}';
const marks = String.raw`[*_#>\s]{0,10}`;
/** With what closes the bold of a label: `**Prompt:** a fox`. */
const colon = String.raw`[:：](?:\*\*?|__?)?\s*`;
const label = new RegExp(`^${marks}${kinds}${word}${marks}(?:${colon}|\n\\s*)`, 'iu');
const announced = new RegExp(
  `^(?:sure|certainly|of course|okay|ok|here)\\b(?=[^\n:：]{0,120}${word})[^\n:：]{0,160}${colon}`,
  'iu',
);
const announcedLine = /^[^\n]{0,200}[:：][*_\s]*\n\s*(?=\S)/u;
const listMark = /^(?:[-*•]|1[.)])\s+/u;
const element = /^<([a-z]{1,20})>([^]*)<\/\1>$/iu;

const quotes: readonly (readonly [open: string, close: string])[] = [
  ...['**', '*', '__', '_', '`', '"', "'"].map((mark) => [mark, mark] as const),
  ...([
    ['“', '”'],
    ['„', '“'],
    ['„', '”'],
    ['«', '»'],
    ['»', '«'],
    ['‘', '’'],
    ['「', '」'],
    ['『', '』'],
    ['《', '》'],
  ] as const),
];

/** One line of at most 1,000 UTF-16 code units, without characters that cannot be seen; empty where there is no prompt. */
export function cleanAnswer(answer: string): string {
  const text = withoutHidden(answer.slice(0, maxReadLength)).replace(/\r\n?/gu, '\n');
  let words = fenced(withoutThoughts(text)).trim();
  for (let i = 0; i < maxWrappings; i++) {
    const inner = unwrapped(words).trim();
    if (inner === words) break;
    words = inner;
  }
  return cutText(tidy(words), maxLength).trimEnd();
}

/** Some models think aloud first; a thought that does not end leaves no answer. */
function withoutThoughts(text: string): string {
  const open = /^\s*<(think|thinking|reasoning)>/iu.exec(text);
  if (!open) return text;
  const close = text.toLowerCase().indexOf(`</${open[1]?.toLowerCase()}>`);
  return close < 0 ? '' : text.slice(text.indexOf('>', close) + 1);
}

/** What stands in the first code fence, if there is one. */
function fenced(text: string): string {
  const [, content] = text.split('```', 2);
  return content === undefined ? text : content.replace(/^[\w+-]*\n/u, '');
}

function unwrapped(text: string): string {
  const json = promptIn(text);
  if (json !== undefined) return json;
  const inElement = element.exec(text)?.[2];
  if (inElement !== undefined) return inElement;
  for (const pattern of [label, announced, announcedLine, listMark]) {
    const rest = text.replace(pattern, '');
    if (rest !== text) return rest;
  }
  const pair = quotes.find(([open, close]) => isWithin(text, open, close));
  return pair ? text.slice(pair[0].length, -pair[1].length) : text;
}

/** One pair around the whole: `"A" and "B"` has two. */
function isWithin(text: string, open: string, close: string): boolean {
  if (!text.startsWith(open) || !text.endsWith(close) || text.length < open.length + close.length) return false;
  const inner = text.slice(open.length, -close.length).replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  return !inner.includes(open) && !inner.includes(close);
}

/** The question is JSON, and so is the answer now and then. */
function promptIn(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(text) as { readonly prompt?: unknown };
    return typeof value.prompt === 'string' ? value.prompt : undefined;
  } catch {
    // Braces are a prompt's own, too.
    return undefined;
  }
}
