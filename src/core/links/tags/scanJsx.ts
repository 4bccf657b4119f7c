/**
 * Walks over the tags of code that holds markup, or markup that holds code: JSX, Astro, Svelte, MDX. Each character is
 * looked at once. It knows just enough of JavaScript to tell tags from types and comparisons, and strings and comments
 * from both; a regular expression with a quote in it may hide what follows in its line.
 */
import type { Attribute, Tag } from './htmlTag.ts';

export interface JsxScan {
  /** In the order in which they end. */
  readonly tags: readonly Tag[];
  /** Where what was asked for ends; undefined where it does not. */
  readonly end: number | undefined;
}

interface Frame {
  readonly mode: 'code' | 'text' | 'tag' | 'template';
  /** Of a tag. */
  readonly start: number;
  readonly name: string;
  readonly attributes: Attribute[];
  /** The attribute whose value the code is. */
  readonly attributeName?: string;
}

/**
 * What is read: all of a file of code, all of a file of markup, one tag without what it holds, one piece of code in
 * braces. The last two begin at their `<` or `{`.
 */
export type JsxPart = 'code' | 'markup' | 'tag' | 'braces';

const plainText = /[^<{}]+/uy;
const plainCode = /[^\w$'"`/<{}()[\]]+/uy;
const word = /[\w$]+/uy;
const tagStart = /<(?:([A-Za-z_$][\w.:$-]*)|(?=>))/uy;
const attributeName = /[^\s"'<>/={}(),;]+/uy;
const attributeValue = /\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`{}]+)|(?=\{))/uy;
// Behind these a `<` begins a tag although it stands behind a word.
const beforeValue = /^(?:return|default|case|yield|await|of|in|typeof|void|else|do)$/u;
const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!doctype)$/iu;

export function scanJsx(text: string, part: JsxPart, from = 0): JsxScan {
  const tags: Tag[] = [];
  const frames: Frame[] = [frame(part === 'markup' ? 'text' : 'code', from)];
  /** Pieces of code that are open around what is read. */
  let openCode = part === 'markup' ? 0 : 1;
  /** The last thing was a value: what follows is an operator or a type's argument. */
  let isBehindValue = false;
  /** Up to where no such quote closes. */
  const unclosed = new Map<string, number>();
  let position = from;
  if (part === 'tag') position = openTag(from);
  else if (part === 'braces') position = openBraces(from);
  const base = 1;
  if (part === 'tag' && frames.length === base) return { tags: [], end: undefined };

  while (position < text.length) {
    const top = frames.at(-1);
    if (!top) break;
    position = step(top);
    if ((part === 'tag' || part === 'braces') && frames.length === base) {
      // A tag that turned out to be none has not been added.
      const isDone = part === 'braces' || tags.at(-1)?.start === from;
      return isDone ? { tags, end: position } : { tags: [], end: undefined };
    }
  }
  return { tags, end: part === 'tag' || part === 'braces' ? undefined : text.length };

  function frame(mode: Frame['mode'], start: number, name = '', owner?: string): Frame {
    return { mode, start, name, attributes: [], ...(owner === undefined ? {} : { attributeName: owner }) };
  }

  /** Where to go on. */
  function step(top: Frame): number {
    if (top.mode === 'text') return readText();
    if (top.mode === 'tag') return readTag(top);
    if (top.mode === 'template') return readTemplate();
    return readCode();
  }

  function openBraces(at: number, owner?: string): number {
    frames.push(frame('code', at, '', owner));
    openCode++;
    isBehindValue = false;
    return at + 1;
  }

  /** Behind the tag's name; behind the `<` where it begins no tag. */
  function openTag(at: number): number {
    tagStart.lastIndex = at;
    const match = tagStart.exec(text);
    if (!match) return at + 1;
    frames.push(frame('tag', at, match[1] ?? ''));
    return tagStart.lastIndex;
  }

  function readText(): number {
    plainText.lastIndex = position;
    if (plainText.test(text)) return plainText.lastIndex;
    const character = text.charAt(position);
    if (character === '{') return openBraces(position);
    if (character === '}') return openCode > 0 ? closeBraces() : position + 1;
    if (text.startsWith('<!--', position)) return behind('-->', position + 2);
    if (text.startsWith('</', position)) {
      const end = behind('>', position);
      if (frames.length > 1) frames.pop();
      isBehindValue = true;
      return end;
    }
    return openTag(position);
  }

  /** Elements that are still open within the braces are not closed any more. */
  function closeBraces(): number {
    while (frames.length > 1 && frames.at(-1)?.mode !== 'code') frames.pop();
    const code = frames.length > 1 ? frames.pop() : undefined;
    if (!code) return position + 1;
    openCode--;
    isBehindValue = false;
    const owner = frames.at(-1);
    if (owner?.mode === 'tag' && code.attributeName !== undefined) {
      const inBraces = text.slice(code.start + 1, position);
      owner.attributes.push({ name: code.attributeName, text: undefined, start: code.start, code: inBraces });
    }
    return position + 1;
  }

  function readCode(): number {
    plainCode.lastIndex = position;
    if (plainCode.test(text)) {
      if (/\S/u.test(text.slice(position, plainCode.lastIndex))) isBehindValue = false;
      return plainCode.lastIndex;
    }
    word.lastIndex = position;
    const name = word.exec(text)?.[0];
    if (name !== undefined) {
      isBehindValue = !beforeValue.test(name);
      return word.lastIndex;
    }
    const character = text.charAt(position);
    if (character === '{') return openBraces(position);
    if (character === '}') return closeBraces();
    if (character === '`') {
      frames.push(frame('template', position));
      return position + 1;
    }
    if (character === '"' || character === "'") {
      isBehindValue = true;
      return stringEnd(character);
    }
    if (character === '/') return readSlash();
    if (character === '<') return isBehindValue ? position + 1 : openTag(position);
    isBehindValue = character === ')' || character === ']';
    return position + 1;
  }

  function readSlash(): number {
    const next = text.charAt(position + 1);
    if (next === '*') return behind('*/', position + 2);
    if (next === '/') return lineEnd(position);
    isBehindValue = false;
    return position + 1;
  }

  /** A quote that is not closed in its line is an apostrophe, or something else that is not understood. */
  function stringEnd(quote: string): number {
    // A line of quotes must not be read to its end from each of them.
    if (position < (unclosed.get(quote) ?? 0)) return position + 1;
    const pattern = quote === '"' ? /"(?:[^"\\\r\n]|\\[^])*"?/uy : /'(?:[^'\\\r\n]|\\[^])*'?/uy;
    pattern.lastIndex = position;
    const match = pattern.exec(text)?.[0] ?? quote;
    if (match.length > 1 && match.endsWith(quote)) return position + match.length;
    unclosed.set(quote, position + match.length);
    return position + 1;
  }

  function readTemplate(): number {
    const pattern = /(?:[^`\\$]|\\[^]|\$(?!\{))+/uy;
    pattern.lastIndex = position;
    if (pattern.test(text)) return pattern.lastIndex;
    if (text.charAt(position) === '$') {
      return openBraces(position + 1);
    }
    frames.pop();
    isBehindValue = true;
    return position + 1;
  }

  function readTag(tag: Frame): number {
    const space = /[\s/]*/uy;
    space.lastIndex = position;
    const spaces = space.exec(text)?.[0] ?? '';
    const at = space.lastIndex;
    const character = text.charAt(at);
    if (character === '>') return closeTag(tag, at + 1, spaces.endsWith('/'));
    if (character === '{') return openBraces(at);
    attributeName.lastIndex = at;
    const name = attributeName.exec(text)?.[0];
    if (name === undefined) {
      // No tag after all: what was read of it is code or text.
      frames.pop();
      return Math.max(at, tag.start + 1);
    }
    attributeValue.lastIndex = attributeName.lastIndex;
    const value = attributeValue.exec(text);
    if (!value) {
      tag.attributes.push({ name, text: undefined, start: attributeName.lastIndex });
      return attributeName.lastIndex;
    }
    const end = attributeValue.lastIndex;
    const [, double, single, bare] = value;
    const words = double ?? single ?? bare;
    if (words === undefined) return openBraces(end, name);
    const quotes = bare === undefined ? 1 : 0;
    tag.attributes.push({ name, text: words, start: end - quotes - words.length });
    return end;
  }

  function closeTag({ name, attributes, start }: Frame, end: number, isClosed: boolean): number {
    frames.pop();
    tags.push({ name, attributes, start, end });
    isBehindValue = true;
    if (part === 'markup' && /^(?:script|style)$/iu.test(name)) {
      const closing = new RegExp(String.raw`</${name}\s*>`, 'giu');
      closing.lastIndex = end;
      return isClosed || closing.test(text) ? Math.max(end, closing.lastIndex) : text.length;
    }
    const isAlone = isClosed || voidElement.test(name) || (part === 'tag' && frames.length === base);
    if (!isAlone) frames.push(frame('text', end));
    return end;
  }

  function behind(mark: string, at: number): number {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found + mark.length;
  }

  function lineEnd(at: number): number {
    const found = text.slice(at).search(/[\r\n]/u);
    return found < 0 ? text.length : at + found;
  }
}
