/** Takes the marks within a paragraph off reStructuredText: emphasis, literals, roles, references, escapes. */

const before = String.raw`(?<=^|[\s\-:/'"<([{])`;
const after = String.raw`(?=$|[\s\-.,:;!?\\/'")\]}>])`;
const marks: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // Roles and references: the words of `text <target>` are what is read.
  [
    new RegExp(
      String.raw`${before}(?::[A-Za-z][\w:.+-]{0,60}:)?${'`'}([^${'`'}\n<]{1,500}?)\s*<[^<>${'`'}]{1,500}>${'`'}(?:__?)?`,
      'gu',
    ),
    '$1',
  ],
  [
    new RegExp(
      String.raw`${before}(?::[A-Za-z][\w:.+-]{0,60}:)?${'`'}([^${'`'}\s][^${'`'}]{0,500})${'`'}(?::[A-Za-z][\w:.+-]{0,60}:|__?)?`,
      'gu',
    ),
    '$1',
  ],
  [new RegExp(String.raw`${before}\*\*(?=[^\s*])([^*]{1,500})(?<=[^\s])\*\*${after}`, 'gu'), '$1'],
  [new RegExp(String.raw`${before}\*(?=[^\s*])([^*]{1,500})(?<=[^\s])\*${after}`, 'gu'), '$1'],
  [new RegExp(String.raw`${before}\|(?=[^\s|])([^|]{1,200})(?<=[^\s])\|_{0,2}${after}`, 'gu'), '$1'],
  [new RegExp(String.raw`${before}\[(?:\d{1,4}|#[\w.-]{0,60}|\*)\]_${after}`, 'gu'), ''],
  [/(?<=[\p{L}\p{N}])__?(?=$|[\s.,:;!?)\]}])/gu, ''],
];

/** Literals stay as they are, without their marks. */
export function plainRst(text: string): string {
  return text
    .split(/(``[^`\n](?:[^`]|`(?!`)){0,500}?``)/u)
    .map((piece, index) => (index % 2 === 1 ? piece.slice(2, -2) : plainPiece(piece)))
    .join('')
    .trim();
}

function plainPiece(text: string): string {
  // What is escaped is out of the marks' sight meanwhile.
  const escaped: string[] = [];
  let result = text.replace(/\\([^])/gu, (_, character: string) => {
    escaped.push(/\s/u.test(character) ? '' : character);
    return '\uE000';
  });
  for (const [pattern, replacement] of marks) result = result.replace(pattern, replacement);
  return result.replace(/\uE000/gu, () => escaped.shift() ?? '');
}
