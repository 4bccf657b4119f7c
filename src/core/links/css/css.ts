/**
 * Images of style sheets: `background-image: url("…");`, a declaration, since that is what people go on from. There is no
 * alt text; the words stand in a comment behind it. Sass reads `#{` in comments as code.
 */
import { encodePath, looksLikeUri } from '../encodePath.ts';
import { findCssImages } from './findCssImages.ts';
import type { LinkStyle, LinkTarget } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

export const css: LinkStyle = {
  write: ({ target, alt }) => {
    const words = writeAlt(alt);
    const declaration = `background-image: url("${writeTarget(target)}");`;
    if (words === '') return { before: declaration, alt: '', after: '' };
    return { before: `${declaration} /* `, alt: words, after: ' */' };
  },
  find: (text) => findCssImages(text, false),
  writeTarget,
  writeAlt,
};

/** Sass and Less know comments up to the line's end, too. */
export const cssWithLineComments: LinkStyle = { ...css, find: (text) => findCssImages(text, true) };

/** One backslash more than there is, so that it can be taken back. */
function writeAlt(alt: string): string {
  return oneLine(alt).replace(/\*(\\*)\/|#(\\*)\{/gu, (match) => `${match.slice(0, -1)}\\${match.slice(-1)}`);
}

/** A path that is encoded holds nothing that means something in a string. */
function writeTarget(target: LinkTarget): string {
  if (target.type === 'uri') return target.uri.replace(/["\\\s]/gu, (character) => encodeURIComponent(character));
  return encodePath(looksLikeUri(target.path) ? `./${target.path}` : target.path);
}
