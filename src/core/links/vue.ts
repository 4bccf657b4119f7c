/** Images of Vue: those of HTML. What is bound, `:src="…"`, is code. */
import { html } from './html.ts';
import type { LinkStyle } from './linkStyle.ts';

const { write, find, writeTarget, writeAlt } = html;

export const vue: LinkStyle = { write, find, writeTarget, writeAlt };
