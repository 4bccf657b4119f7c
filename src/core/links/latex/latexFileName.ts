/** The name of a file as `\includegraphics` takes it, and back. */
import { looksLikeUri } from '../encodePath.ts';

/** What TeX would read as something else. The kernel keeps these characters under names that expand within file names. */
const named: readonly (readonly [character: string, written: string])[] = [
  ['\\', String.raw`\csname @backslashchar\endcsname `],
  ['%', String.raw`\csname @percentchar\endcsname `],
  ['{', String.raw`\csname @charlb\endcsname `],
  ['}', String.raw`\csname @charrb\endcsname `],
  // `\string#` would do, but graphicx makes a macro of the name on its way.
  ['#', String.raw`\csname c_hash_str\endcsname `],
  ['~', String.raw`\string~`],
  ['^', String.raw`\string^`],
];
const characters = new Map(named);
const writings = new Map([...named.map(([character, written]) => [written, character] as const), ['\\string#', '#']]);

/** Spaces, underscores and letters of every script can stand as they are since LaTeX of 2020. */
export function writeLatexFileName(path: string): string {
  // Two spaces are one to TeX, and a line break is one, too. Behind a command's name they are none.
  const spaced = path.replace(/\s/gu, ' ').replace(/^ | $|(?<=[ \\%{}#]) /gu, String.raw`\space `);
  const written = spaced.replace(/\\space |[\\%{}#~^]/gu, (text) => characters.get(text) ?? text);
  return looksLikeUri(path) || /^[~\s`]/u.test(path) ? `./${written}` : written;
}

const known = /\\csname @?\w+\\endcsname\s|\\string[#~^]|\\space\s|\\detokenize\s*(?=\{)/gu;

/** Undefined for a name that macros or arguments are part of. `{"a b"}.png` is how people wrote spaces before. */
export function readLatexFileName(written: string): string | undefined {
  const pieces: string[] = [];
  let position = 0;
  known.lastIndex = 0;
  for (let match = known.exec(written); match; match = known.exec(written)) {
    pieces.push(plain(written.slice(position, match.index)));
    const text = match[0].replace(/\s$/u, ' ');
    pieces.push(writings.get(text) ?? (text === String.raw`\space ` ? '\uE000' : ''));
    if (text.startsWith(String.raw`\csname`) && !writings.has(text)) return undefined;
    position = known.lastIndex;
  }
  const rest = written.slice(position);
  const plains = written.replace(known, '');
  if (/[\\#]/u.test(plains)) return undefined;
  pieces.push(plain(rest));
  return pieces.join('').replace(/\s+/gu, ' ').trim().replaceAll('\uE000', ' ');
}

function plain(text: string): string {
  return text.replace(/[{}"]/gu, '');
}
