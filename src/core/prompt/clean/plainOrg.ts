/** Takes the marks within a paragraph off Org: emphasis, code, links, footnotes, timestamps, export snippets. */

const before = String.raw`(?<=^|[\s\-('"{])`;
const after = String.raw`(?=$|[\s\-.,;:!?'")}[\\])`;
const marks: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\[\[(?:[^[\]\\\n]|\\[^\n]){1,1000}\]\[([^\n]{1,500}?)\]\]/gu, '$1'],
  [/\[\[(?:file:)?((?:[^[\]\\\n]|\\[^\n]){1,1000})\]\]/gu, '$1'],
  [/\[fn:[^\]\n]{0,500}\]/gu, ''],
  [/\[cite[^\]\n]{0,500}\]/gu, ''],
  [/<\d{4}-\d\d-\d\d[^>\n]{0,100}>|\[\d{4}-\d\d-\d\d[^\]\n]{0,100}\]/gu, ''],
  [/@@[a-z]{1,20}:[^\n]{0,400}?@@/gu, ''],
  [/<<{1,2}([^<>\n]{1,200})>>{1,2}/gu, '$1'],
  [/\{\{\{[^{}\n]{1,200}\}\}\}/gu, ''],
  ...['*', '/', '_', '+', '=', '~'].map((mark): readonly [RegExp, string] => {
    return [new RegExp(`${before}[${mark}](?=[^\\s${mark}])([^${mark}]{1,500})(?<=\\S)[${mark}]${after}`, 'gmu'), '$1'];
  }),
  [/\\\\$/gmu, ''],
];

export function plainOrg(text: string): string {
  let result = text;
  for (const [pattern, replacement] of marks) result = result.replace(pattern, replacement);
  return result.replace(/\s+/gu, ' ').trim();
}
