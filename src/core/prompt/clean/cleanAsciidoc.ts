/** Takes the marks off AsciiDoc and keeps the words. */
import { plainAsciidoc } from './plainAsciidoc.ts';

const dropped =
  /^(?:[-.+/=*_~]{4,}|--|`{3,}.*|[|,:!]={3,}|'{3,}|<{3,}|\+|\[[^\]]*\]|\[\[.*\]\]|:!?[\p{L}\p{N}_][\p{L}\p{N}_-]*!?:(?:\s.*)?|(?:ifdef|ifndef|ifeval|endif|include|toc)::.*)$/u;

export function cleanAsciidoc(text: string): string {
  let fence: string | undefined;
  const words = text.split('\n').map((line) => {
    const row = line.trim();
    if (/^(?:-{4,}|\.{4,}|`{3,}.*)$/u.test(row)) {
      fence = fence === undefined ? row : undefined;
      return '';
    }
    // What stands in code is meant as it is.
    return fence === undefined ? plainAsciidoc(cleanRow(row)) : row;
  });
  return words.join('\n');
}

function cleanRow(row: string): string {
  if (dropped.test(row)) return '';
  const rest = row
    .replace(/^\/\/(?!\/)\s*/u, '')
    .replace(/^(?:={1,6}|#{1,6})\s+/u, '')
    .replace(/^\.(?=[^\s.])/u, '')
    .replace(/^(?:(?:[*.]{1,5}|-|\d{1,3}\.|<[.\d]{1,3}>)\s+(?:\[[ x*]\]\s+)?)+/u, '')
    .replace(/^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/u, '')
    .replace(/:{2,4}(?:\s+|$)/u, ': ');
  return rest.startsWith('|') ? rest.replace(/(?<!\\)\|/gu, ' ') : rest;
}
