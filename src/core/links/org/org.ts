/** Images of Org: `[[file:path]]`, with the alt text in a line above. */
import { findOrgImages } from './findOrgImages.ts';
import type { LinkStyle, LinkTarget, LinkText } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { orgHeadings } from './orgHeadings.ts';
import { escapeOrgPath } from './orgPath.ts';
import { wordJoiner, writeOrgText } from './orgText.ts';

export const org: LinkStyle = {
  write: ({ target, alt }) => {
    const inline = writeInLine(target);
    const text = writeAlt(alt);
    return text === '' ? inline : { before: '#+ATTR_HTML: :alt ', alt: text, after: `\n${inline.before}`, inline };
  },
  writeFigure({ target, alt }) {
    const inline = writeInLine(target);
    const after = `\n#+ATTR_HTML: :alt ${writeAlt(alt)}\n${inline.before}`;
    return { before: '#+CAPTION: ', alt: writeOrgText(oneLine(alt)), after, inline, isBlock: true };
  },
  find: findOrgImages,
  headings: orgHeadings,
  canRequest: true,
  writeTarget: (target) => (target.type === 'uri' ? escapeOrgPath(target.uri) : escapeOrgPath(target.path)),
  writeAlt,
};

function writeInLine(target: LinkTarget): Omit<LinkText, 'inline'> {
  return { before: `[[${linkTo(target)}]]`, alt: '', after: '' };
}

/** ` :word` would begin the next attribute. Org has no escape for that; a character in front that nobody sees will do. */
function writeAlt(alt: string): string {
  return oneLine(alt).replace(/(?<=^|\s):(?=\S)/gu, `${wordJoiner}:`);
}

/** A tilde in front stands for somebody's home, `C:/` for the top of a drive. */
function linkTo(target: LinkTarget): string {
  if (target.type === 'uri') return escapeOrgPath(target.uri);
  return `file:${escapeOrgPath(/^(?:~|[A-Za-z]:[\\/])/u.test(target.path) ? `./${target.path}` : target.path)}`;
}
