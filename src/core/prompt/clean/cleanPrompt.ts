/** Turns a piece of a document into a prompt: the words stay, what the language adds to them goes. */
import { cleanAsciidoc } from './cleanAsciidoc.ts';
import { cleanHtml } from './cleanHtml.ts';
import { cleanLatex } from './cleanLatex.ts';
import { cleanMarkdown } from './cleanMarkdown.ts';
import { cleanOrg } from './cleanOrg.ts';
import { cleanRst } from './cleanRst.ts';
import { cleanTypst } from './cleanTypst.ts';
import { commentSyntaxOf, type CommentSyntax } from '../blocks/commentSyntax.ts';
import { htmlLike, markdownLike } from '../languageKinds.ts';
import { stripComments } from './stripComments.ts';
import { tidy } from './tidy.ts';

const prose: Readonly<Record<string, (text: string) => string>> = {
  restructuredtext: cleanRst,
  rst: cleanRst,
  asciidoc: cleanAsciidoc,
  latex: cleanLatex,
  tex: cleanLatex,
  typst: cleanTypst,
  org: cleanOrg,
};

/**
 * One line of text, possibly empty. What a prompt means survives: `(word:1.2)`, `c#`, `3 * 4`, `snake_case`, `--ar 16:9`.
 * Takes time in proportion to the text's length.
 * @param languageId VS Code's; an unknown one changes nothing but the white space
 */
export function cleanPrompt(text: string, languageId: string): string {
  const lines = text.replace(/\r\n?/gu, '\n');
  const comments = commentSyntaxOf(languageId);
  if (markdownLike.has(languageId)) return tidy(cleanMarkdown(lines));
  const cleanProse = Object.hasOwn(prose, languageId) ? prose[languageId] : undefined;
  if (cleanProse) return tidy(cleanProse(lines));
  // Templates and components have comments of their own besides those of HTML.
  const isCode = comments !== undefined && beginsComment(lines, comments);
  if (htmlLike.has(languageId) && !isCode) return tidy(cleanHtml(lines));
  return tidy(comments ? stripComments(lines, comments) : lines);
}

function beginsComment(text: string, { line, block }: CommentSyntax): boolean {
  const markers = [...line, ...block.map(([open]) => open)].filter((marker) => marker !== '<!--');
  return markers.some((marker) => text.trimStart().startsWith(marker));
}
