/** Images of AsciiDoc: the block macro `image::target[alt]`, and `image:target[alt]` within a line. */
import { asciidocHeadings } from './asciidocHeadings.ts';
import { encodeOnly, looksLikeUri } from '../encodePath.ts';
import { findAsciidocImages } from './findAsciidocImages.ts';
import { imagesFolder } from './imagesFolder.ts';
import type { Link, LinkStyle, LinkTarget, LinkText } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

export const asciidoc: LinkStyle = {
  write,
  writeFigure(link) {
    const { before, alt, after, inline } = write(link);
    const figure = {
      before: '.',
      alt: writeTitle(link.alt),
      after: `\n${before}${alt}${after}`,
      isBlock: true,
    } as const;
    return inline ? { ...figure, inline } : figure;
  },
  find: findAsciidocImages,
  headings: asciidocHeadings,
  canRequest: true,
  startFolder: imagesFolder,
  writeTarget,
  writeAlt: (alt) => writeAlt(alt),
};

function write({ target, alt }: Link): LinkText {
  return {
    before: `image::${writeTarget(target)}[`,
    alt: writeAlt(alt),
    after: ']',
    inline: {
      before: `image:${encodeMarks(writeTarget(target))}[`,
      alt: writeAlt(alt, specialInLine),
      after: ']',
    },
  };
}

/** What the macro itself, references to attributes and character references would take, and what becomes one character. */
const special =
  /[\]{\\]|&(?=#?[A-Za-z0-9]+;)|(?<=^|\s)--(?=\s|$)|(?<=[\p{L}\p{N}_])--(?=[\p{L}\p{N}_])|\.\.\.|\((?=(?:C|R|TM)\))|[-=](?=>)|<(?=[-=])/gu;
/**
 * What is read before the macro is, within a line: terms of lists, emphasis, code, passthroughs, terms for the index. Addresses
 * are read behind it and would become links within its attribute.
 */
const markup = /[*_`#^~+$<>|']|(?<=\s)--|\((?=\()|:(?=:|\/\/)|@/gu;
const specialInLine = new RegExp(`${special.source}|${markup.source}`, 'gu');

/** Of a block: a line of text, in which a dot in front would mean something else. */
function writeTitle(text: string): string {
  return oneLine(text).replace(specialInLine, reference).replace(/^\./u, reference);
}

/** In quotes where it would be cut at a comma or taken for a name and its value. */
function writeAlt(alt: string, marks = special): string {
  const text = oneLine(alt);
  // Two semicolons end a term of a list, and the first may be a reference's.
  const escaped = text.replace(marks, reference).replace(/(?<=;);/gu, reference);
  return /^['"]|[,="]/u.test(text) ? `"${escaped.replaceAll('"', String.raw`\"`)}"` : escaped;
}

function reference(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('');
}

/** Spaces stay, as Asciidoctor has them, which puts quotation marks and references into HTML as they are. A URI keeps its encoding. */
function writeTarget(target: LinkTarget): string {
  if (target.type === 'uri') return target.uri.replace(/[[\]{}\s]/gu, (character) => encodeURIComponent(character));
  const path = encodeOnly(target.path, /[%?#[\]{}\\$@"]|&(?=#?[A-Za-z0-9])|(?! )[\s\p{Cc}\p{Cf}]|^ | $/gu);
  return looksLikeUri(path) || path.includes(':') ? `./${path.replaceAll(':', '%3A')}` : path;
}

/** Marks that need no encoding elsewhere: an underscore between letters, a single hyphen. */
function encodeMarks(target: string): string {
  return target.replace(
    /[*`^~+'"<>&()|!;,=]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=-)-|(?<=\.)\.(?=\.)/gu,
    encodeMark,
  );
}

/** `encodeURIComponent` leaves some of them alone. */
function encodeMark(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
