/** Images of LaTeX: `\includegraphics[width=\linewidth,alt={…}]{path}`. */
import { findLatexImages } from './findLatexImages.ts';
import { writeLatexFileName } from './latexFileName.ts';
import { latexHeadings } from './latexHeadings.ts';
import { rootFolder } from './latexRoot.ts';
import type { LinkStyle, LinkTarget } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';

/** A picture of an image model is wider than a page at the size that its pixels give it. */
export const latex: LinkStyle = {
  write: ({ target, alt }) => ({
    before: String.raw`\includegraphics[width=\linewidth,alt={`,
    alt: writeAlt(alt),
    after: `}]{${writeTarget(target)}}`,
  }),
  find: findLatexImages,
  headings: latexHeadings,
  canRequest: true,
  startFolder: (textBefore) => rootFolder(textBefore)?.replace(/\/$/u, '') || undefined,
  writeTarget,
  writeAlt,
};

const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function writeAlt(alt: string): string {
  return oneLine(alt).replace(/[\\{}%#$&_~^]/gu, (character) => escapes[character] ?? `\\${character}`);
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
