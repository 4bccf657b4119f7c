/** Images of LaTeX: `\includegraphics[width=\linewidth,alt={…}]{path}`. */
import { findLatexImages } from './findLatexImages.ts';
import { writeLatexFileName } from './latexFileName.ts';
import { latexHeadings } from './latexHeadings.ts';
import { rootFolder } from './latexRoot.ts';
import type { Link, LinkStyle, LinkTarget, LinkText } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

export const latex: LinkStyle = {
  write,
  writeFigure(link) {
    const { before, alt, after } = write(link);
    const image = before + alt + after;
    return {
      before: `\\begin{figure}\n  \\centering\n  ${image}\n  \\caption{`,
      alt: writeText(link.alt),
      after: '}\n\\end{figure}',
      inline: { before, alt, after },
      isBlock: true,
    };
  },
  find: findLatexImages,
  headings: latexHeadings,
  canRequest: true,
  isProvided: (path) => exampleImage.test(path),
  startFolder: (textBefore) => rootFolder(textBefore)?.replace(/\/$/u, '') || undefined,
  writeTarget,
  writeAlt,
};

/** The package mwe, which every distribution has, brings `example-image-a` and the like, and TeX finds them anywhere. */
const exampleImage = /(?:^|\/)example-(?:image|grid)(?![A-Za-z])[^/]*$/u;

/** A picture of an image model is wider than a page at the size that its pixels give it. */
function write({ target, alt }: Link): LinkText {
  return {
    before: String.raw`\includegraphics[width=\linewidth,alt={`,
    alt: writeAlt(alt),
    after: `}]{${writeTarget(target)}}`,
  };
}

const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function writeAlt(alt: string): string {
  return oneLine(alt).replace(/[\\{}%#$&_~^]/gu, (character) => escapes[character] ?? `\\${character}`);
}

/** Text that is typeset: in TeX's first fonts these stand for other characters, and two hyphens are a dash. */
const typeset: Readonly<Record<string, string>> = {
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
  '|': String.raw`\textbar{}`,
  '`': String.raw`\textasciigrave{}`,
  '-': '-{}',
};

function writeText(text: string): string {
  return writeAlt(text).replace(/[<>|`]|-(?=-)/gu, (character) => typeset[character] ?? character);
}

/** LaTeX opens files, no addresses: of one on this machine, its path. */
function writeTarget(target: LinkTarget): string {
  if (target.type === 'path') return writeLatexFileName(target.path);
  const path = /^file:\/\/(\/.*)$/u.exec(target.uri)?.[1];
  return path === undefined ? target.uri.replace(/[%#{}\\]/gu, String.raw`\$&`) : writeLatexFileName(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:\/)/u, '');
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
