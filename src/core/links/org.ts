/** Images of Org: `[[file:path]]`, with the alt text in a line above. */
import { findOrgImages } from './findOrgImages.ts';
import type { LinkStyle, LinkTarget } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';
import { orgHeadings } from './orgHeadings.ts';
import { escapeOrgPath } from './orgPath.ts';

export const org: LinkStyle = {
  write: ({ target, alt }) => {
    const link = `[[${linkTo(target)}]]`;
    const text = writeAlt(alt);
    const inline = { before: link, alt: '', after: '' };
    return text === '' ? inline : { before: '#+ATTR_HTML: :alt ', alt: text, after: `\n${link}`, inline };
  },
  find: findOrgImages,
  headings: orgHeadings,
  canRequest: true,
  writeTarget: (target) => (target.type === 'uri' ? escapeOrgPath(target.uri) : escapeOrgPath(target.path)),
  writeAlt,
};

/** ` :word ` would begin the next attribute, and there is no way to escape it. */
function writeAlt(alt: string): string {
  return oneLine(alt).replace(/(?<=^|\s):(?=[-A-Za-z0-9_]+(?:\s|$))/gu, ': ');
}

/** A tilde in front stands for somebody's home. */
function linkTo(target: LinkTarget): string {
  if (target.type === 'uri') return escapeOrgPath(target.uri);
  return `file:${escapeOrgPath(target.path.startsWith('~') ? `./${target.path}` : target.path)}`;
}
