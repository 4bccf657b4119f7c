/** Images of reStructuredText: the directive `image`, a block of its own. */
import { encodeOnly, looksLikeUri } from '../encodePath.ts';
import { findRstImages } from './findRstImages.ts';
import type { LinkStyle, LinkTarget } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { rstHeadings } from './rstHeadings.ts';

export const restructuredText: LinkStyle = {
  writeFigure: ({ target, alt }) => ({
    before: `.. figure:: ${writeTarget(target)}\n   :alt: ${writeAlt(alt)}\n\n   `,
    alt: writeParagraph(alt),
    after: '',
    isBlock: true,
  }),
  write: ({ target, alt }) => {
    const text = writeAlt(alt);
    const directive = `.. image:: ${writeTarget(target)}`;
    return { before: text === '' ? directive : `${directive}\n   :alt: `, alt: text, after: '' };
  },
  find: findRstImages,
  headings: rstHeadings,
  canRequest: true,
  writeTarget,
  writeAlt,
};

/** Marks of emphasis, literals, substitutions and references; then what would make the line something else than text. */
function writeParagraph(text: string): string {
  return oneLine(text)
    .replace(/[\\*`|]|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replace(/^(?:[!-/:-@[\]-`{-~•‣⁃]|(?:[A-Za-z0-9]{1,9}|#)[.)](?=\s|$))/u, String.raw`\$&`)
    .replace(/(?<!\\):(?=:$)/u, String.raw`\:`)
    .replace(/(?<=\\:):$/u, String.raw`\:`);
}

/** Options are read as they stand. */
function writeAlt(alt: string): string {
  return oneLine(alt);
}

/**
 * Spaces and backslashes are escaped, nothing is percent-encoded that need not be: Sphinx takes the target as a path.
 * docutils drops every other white space, so that is.
 */
function writeTarget(target: LinkTarget): string {
  const text = target.type === 'uri' ? target.uri : fromDocument(target.path);
  return text.replace(/[ \\]/gu, String.raw`\$&`);
}

function fromDocument(path: string): string {
  const encoded = encodeOnly(path, /%(?=[0-9A-Fa-f]{2})|(?! )[\s\p{Cc}\p{Cf}]/gu);
  return looksLikeUri(encoded) || /^[:|]|\.\*$/u.test(encoded) ? `./${encoded}` : encoded;
}
