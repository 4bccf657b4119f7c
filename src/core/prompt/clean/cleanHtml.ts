/** Takes the tags off HTML and keeps the words. */
import { decodeEntities } from '../../links/tags/entities.ts';
import { altOfTagAt } from '../../links/tags/imageTag.ts';
import { inlineTags } from './inlineTags.ts';

/** In these, nothing is for reading. */
const silent = ['script', 'style', 'template', 'svg'];

export function cleanHtml(text: string): string {
  return decodeEntities(stripTags(text));
}

/** Comments go where there is other text; a comment alone was meant. Entities stay. */
export function stripTags(text: string): string {
  const without = replaceTags(replaceComments(text, () => ' '));
  return without.trim() === '' ? replaceTags(replaceComments(text, (comment) => comment)) : without;
}

function replaceComments(text: string, replace: (comment: string) => string): string {
  const pieces: string[] = [];
  let position = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', position)) {
    pieces.push(text.slice(position, open));
    const close = text.indexOf('-->', open + 4);
    // Half a comment: the marker goes, what was selected stays.
    const end = close < 0 ? text.length : close;
    pieces.push(close < 0 ? text.slice(open + 4) : replace(text.slice(open + 4, end)));
    position = close < 0 ? text.length : close + 3;
  }
  pieces.push(text.slice(position));
  return pieces.join('').replaceAll('-->', ' ');
}

// A tag, not an arrow, a heart or `<lora:name:0.8>`. Attributes in quotes may hold `>`.
const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>|<![A-Za-z][^<>]*>|<\?[^<>]*>/uy;

function replaceTags(text: string): string {
  const pieces: string[] = [];
  // Looked for once: a text full of opening tags must not be searched to its end for each of them.
  const unclosed = new Set<string>();
  let position = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', position)) {
    pieces.push(text.slice(position, open));
    tag.lastIndex = open;
    const match = tag.exec(text);
    if (!match) {
      pieces.push('<');
      position = open + 1;
      continue;
    }
    const name = (match[2] ?? '').toLowerCase();
    position = tag.lastIndex;
    if (match[1] === '' && silent.includes(name) && !unclosed.has(name)) {
      const end = closingTagEnd(text, position, name);
      if (end === undefined) unclosed.add(name);
      else position = end;
    }
    pieces.push(name === 'img' ? ` ${altOfTagAt(text, open)} ` : inlineTags.has(name) ? '' : '\n');
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** Behind the closing tag, if there is one. */
function closingTagEnd(text: string, from: number, name: string): number | undefined {
  const closing = new RegExp(`</${name}\\s*>`, 'giu');
  closing.lastIndex = from;
  return closing.test(text) ? closing.lastIndex : undefined;
}
