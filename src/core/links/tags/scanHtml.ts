/** Walks over the tags of a text of HTML, past comments and what is no HTML: scripts, styles, text fields. */
import { openingTagAt, type Tag } from './htmlTag.ts';

export interface HtmlVisitor {
  /** Any opening tag. */
  readonly open: (tag: Tag) => void;
  /** Any closing tag. `name` in small letters; `start` is where the tag begins. */
  readonly close?: (name: string, start: number) => void;
}

const mark = /<(?:!--|[!?]|\/?[A-Za-z])/gu;
const verbatim = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes']);

export function scanHtml(text: string, { open, close }: HtmlVisitor): void {
  let position = 0;
  for (;;) {
    mark.lastIndex = position;
    const match = mark.exec(text);
    if (!match) return;
    const end = read(match[0], match.index);
    // Like browsers: what never ends goes on to the end of the text.
    if (end === undefined) return;
    position = end;
  }

  /** Where to go on; undefined at the end. */
  function read(begin: string, at: number): number | undefined {
    // `<!-->` is a comment, too.
    if (begin === '<!--') return behind('-->', at + 2);
    if (begin === '<!' || begin === '<?') return behind('>', at + 2);
    if (begin.startsWith('</')) {
      const name = /^[^\s/>]*/u.exec(text.slice(at + 2, at + 22))?.[0] ?? '';
      close?.(name.toLowerCase(), at);
      return at + 2;
    }
    const tag = openingTagAt(text, at);
    if (!tag) return at + 1;
    open(tag);
    const name = tag.name.toLowerCase();
    return verbatim.has(name) ? closingTagFrom(name, tag.end) : tag.end;
  }

  function behind(end: string, from: number): number | undefined {
    const found = text.indexOf(end, from);
    return found < 0 ? undefined : found + end.length;
  }

  function closingTagFrom(name: string, from: number): number | undefined {
    const closing = new RegExp(String.raw`</${name}(?=[\s/>])`, 'giu');
    closing.lastIndex = from;
    return closing.exec(text)?.index;
  }
}

/** What is read between two tags. */
export function wordsBetween(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/<[^<>]*>/gu, '');
}
