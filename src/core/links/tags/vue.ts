/** Images of Vue: those of HTML. What is bound, `:src="…"`, is code, and so is `{{ … }}` in text. */
import { figureElement } from './figureElement.ts';
import { html } from './html.ts';
import type { LinkStyle } from '../linkStyle.ts';

const { write, find, writeTarget, writeAlt } = html;

export const vue: LinkStyle = {
  write,
  writeFigure: (link) => figureElement(write(link), writeAlt(link.alt).replaceAll('{', '&#123;')),
  find,
  writeTarget,
  writeAlt,
};
