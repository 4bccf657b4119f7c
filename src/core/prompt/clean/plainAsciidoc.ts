/** Takes the marks within a paragraph off AsciiDoc: emphasis, code, links, images, character references. */
import { decodeEntities } from '../../links/tags/entities.ts';

const marks: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?:^|(?<=\s))\\(?=[*_`#+^~{])/gu, '\uE000'],
  // Macros: of links what is read, of images the alt text, of all others nothing.
  [
    /(?:link|xref|mailto|https?|ftp|irc):[^\s[\]]{1,500}\[(?:"([^"\]]{0,500})"|([^,\]]{0,500}))[^\]]{0,500}\]/gu,
    '$1$2',
  ],
  [/image:{1,2}[^:\s[][^[\n]{0,500}\[(?:"([^"\]]{0,500})"|([^,\]=]{0,500}(?=[,\]])))?[^\]]{0,500}\]/gu, '$1$2'],
  [/(?:footnote|indexterm2?|anchor|bibitem|icon|kbd|btn|menu|pass|stem):[^\s[\]]{0,200}\[([^\]]{0,500})\]/gu, ''],
  [/<<[^<>,\n]{1,200},\s*([^<>\n]{1,500})>>/gu, '$1'],
  [/<<([^<>,\n]{1,200})>>/gu, '$1'],
  [/\[\[[^\]\n]{1,200}\]\]/gu, ''],
  [/\(\(\([^()\n]{1,200}\)\)\)/gu, ''],
  // Roles in front of marked text, then the marks: the unconstrained ones first.
  [/\[[.#][\w.#-]{1,100}\](?=[#*_`])/gu, ''],
  [/\*\*([^*\n]{1,500})\*\*/gu, '$1'],
  [/__([^_\n]{1,500})__/gu, '$1'],
  [/``([^`\n]{1,500})``/gu, '$1'],
  [/##([^#\n]{1,500})##/gu, '$1'],
  [/(?<![\p{L}\p{N}_*\\:;}])\*(?=\S)([^*]{1,500})(?<=\S)\*(?![\p{L}\p{N}_*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_\\:;}])_(?=\S)([^_]{1,500})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/(?<![\p{L}\p{N}`\\:;}])`\+?(?=\S)([^`]{1,500}?)(?<=\S)\+?`(?![\p{L}\p{N}`])/gu, '$1'],
  [/(?<![\p{L}\p{N}#\\:;}&])#(?=\S)([^#]{1,500})(?<=\S)#(?![\p{L}\p{N}#])/gu, '$1'],
  [/(?<=[\p{L}\p{N})])\^(\S{1,50}?)\^/gu, '$1'],
  [/ \+$/gmu, ''],
  [/\uE000/gu, ''],
];

export function plainAsciidoc(text: string): string {
  let result = text;
  for (const [pattern, replacement] of marks) result = result.replace(pattern, replacement);
  return decodeEntities(result).trim();
}
