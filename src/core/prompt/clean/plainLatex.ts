/** Takes the commands off a piece of LaTeX and keeps the words. */

/** Commands that stand for a character. */
const characters: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciigrave: '`',
  textquotesingle: "'",
  textquotedbl: '"',
  textdollar: '$',
  textellipsis: '…',
  ldots: '…',
  dots: '…',
  textdegree: '°',
  textcopyright: '©',
  textregistered: '®',
  texttrademark: '™',
  euro: '€',
  pounds: '£',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  times: '×',
  quad: ' ',
  qquad: ' ',
  space: ' ',
};
/** What they put over the letter that follows. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030C',
  u: '\u0306',
  H: '\u030B',
  k: '\u0328',
  r: '\u030A',
  b: '\u0331',
  d: '\u0323',
};
/** Their arguments are no words of the text: how many, beginning with the first. */
const silent: Readonly<Record<string, number>> = {
  label: 1,
  ref: 1,
  eqref: 1,
  pageref: 1,
  autoref: 1,
  cref: 1,
  Cref: 1,
  cite: 1,
  citep: 1,
  citet: 1,
  autocite: 1,
  parencite: 1,
  textcite: 1,
  footcite: 1,
  footnote: 1,
  footnotetext: 1,
  index: 1,
  vspace: 1,
  hspace: 1,
  includegraphics: 1,
  input: 1,
  include: 1,
  bibliography: 1,
  bibliographystyle: 1,
  usepackage: 1,
  documentclass: 1,
  graphicspath: 1,
  pagestyle: 1,
  thispagestyle: 1,
  begin: 1,
  end: 1,
  href: 1,
  hyperref: 0,
  textcolor: 1,
  color: 1,
  colorbox: 1,
  fontsize: 2,
  setlength: 2,
  addtolength: 2,
  setcounter: 2,
  hypertarget: 1,
  hyperlink: 1,
};

const token =
  /\\(?:([A-Za-z]+\*?)((?:[^\S\n]*\[[^\]\n]{0,500}\])?)[^\S\n]*|(["'`^~=.])\s*(?:\{\\?(\p{L})\}|\\?(\p{L}))|(\\\*?(?:\[[^\]\n]{0,30}\])?)|([^]))|([{}])|(~)/gu;

/** Braces, commands and their options go; their arguments stay where they are words. */
export function latexText(text: string): string {
  if (!/[\\{}~]/u.test(text)) return text;
  const pieces: string[] = [];
  let position = 0;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    pieces.push(text.slice(position, match.index));
    position = token.lastIndex;
    const [, name, options = '', accent, braced, bare, breaks, symbol, brace, tie] = match;
    if (name !== undefined) readCommand(name.replace('*', ''), options);
    else if (accent !== undefined) pieces.push(((braced ?? bare ?? '') + (accents[accent] ?? '')).normalize('NFC'));
    else if (breaks !== undefined || tie !== undefined) pieces.push(' ');
    else if (symbol !== undefined) pieces.push(symbolText(symbol));
    else if (brace === undefined) pieces.push(match[0]);
    token.lastIndex = position;
  }
  pieces.push(text.slice(position));
  return pieces.join('');

  function readCommand(name: string, options: string): void {
    if (Object.hasOwn(characters, name)) {
      pieces.push(characters[name] ?? '');
      // `\textbackslash{}`: the braces only end the name. Options are none.
      position -= options === '' ? 0 : options.length;
      return;
    }
    if (Object.hasOwn(accents, name)) {
      const letter = /^(?:\{(\p{L})\}|(\p{L}))/u.exec(text.slice(position, position + 4));
      if (letter) {
        position += letter[0].length;
        pieces.push(((letter[1] ?? letter[2] ?? '') + (accents[name] ?? '')).normalize('NFC'));
        return;
      }
    }
    let count = Object.hasOwn(silent, name) ? (silent[name] ?? 0) : 0;
    for (; count > 0 && text.charAt(position) === '{'; count--) position = groupEnd(text, position);
    // `\item word`, but `\emph{word}` within one.
    if (name === 'item' || name === 'par') pieces.push(' ');
  }
}

function symbolText(symbol: string): string {
  if (',;:!>-/@()[]'.includes(symbol)) return symbol === ',' || symbol === ';' || symbol === ':' ? ' ' : '';
  return /\s/u.test(symbol) ? ' ' : symbol;
}

/** UTF-16 units: no label or address is longer, and text without an end is not searched over and over. */
const maxGroup = 2_000;

function groupEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < Math.min(text.length, start + maxGroup); i++) {
    const character = text.charAt(i);
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return i + 1;
  }
  return start;
}

/** The same as people read it: with the quotation marks that LaTeX spells, and without the marks of formulas. */
export function plainLatex(text: string): string {
  const spelled = text
    .replace(/``/gu, '“')
    .replace(/(?<!')''(?!')/gu, '”')
    .replace(/(?<!\\)\$\$?/gu, '');
  return latexText(spelled).replace(/\s+/gu, ' ').trim();
}
