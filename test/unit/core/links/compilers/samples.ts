/** Links to try: paths and alt texts that have broken one language or another, and random ones. */
import { nastyNames, nastyText } from '../../nastyText.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';

export interface Sample {
  readonly path: string;
  readonly alt: string;
}

const names: readonly string[] = [
  'fox.png',
  'a fox in snow.png',
  'img/a_b-c(1).png',
  '../assets/100% #1 & more?.png',
  '../灯台/夕暮れの海.png',
  'images/[draft] {final}.png',
  'it\'s "quoted".png',
  'a,b;c=d+e@f.png',
  '-dash/--more/...dots.png',
  '_under_/*star*/~tilde~.png',
  'a%20b.png',
  'x&amp;y&copy.png',
  'back`tick`.png',
  '$math$/^caret^.png',
  'मेरा/صورة/👩‍🚀.png',
  'a:b/c|d.png',
  '(((deep)))).png',
  'C:\\win\\x.png',
  '~home/x.png',
  '<angle>.png',
  'a  b.png',
];

const prompts: readonly string[] = [
  'A lighthouse at dusk',
  '',
  'a [red] fox ] and ![x](y.png)',
  'one | two || three',
  'a <b>bold</b> claim < 3 > 2 <!-- x -->',
  'use `code` and ``more`` and `',
  'she said "hello, world" and \'bye\'',
  'first line\nsecond line\r\n\r\nthird',
  'costs $5 to $10, or $$x^2$$',
  'C:\\temp\\new \\alpha \\ and \\',
  'a {brace} {{mustache}} {% tag %} ${x} #{y} #+z',
  'emoji 👩‍🚀🦊 and e\u0301',
  'مغارة في الجبل',
  'שלום עולם',
  '夕暮れの海、灯台',
  '*bold* _it_ ~~gone~~ ^sup^ ~sub~ snake_case __x__ **y** ==mark==',
  '100% & more &amp; less &copy; &#35;',
  '#1 hash # tag',
  '- item',
  '1. first',
  '.. image:: x.png',
  ':alt: x :width 3 :',
  ':: double::',
  '=== title ===',
  '/* comment */ // line -- dash ... dots',
  'see https://example.org/a_b?c=d#e and a@b.example',
  '[[file:x.png]] [fn:1] [1]_ [^1] @key <<x>> ((y)) (C) (TM) -> =>',
  'width=3,height=4,"x"',
  '--ar 16:9 --v 6',
  '@@html:x@@ {{{m}}} =v= ~c~ +s+ /i/',
  '!important, \\[x\\] \\{y\\} \\`z\\`',
  '.title',
  '> quote',
  '| line',
  '%comment',
  '+ plus',
  '= equals',
  '@cite and @fig:x, #ref',
];

export const hardSamples: readonly Sample[] = [
  ...names.map((path) => ({ path, alt: 'A lighthouse at dusk' })),
  ...prompts.map((alt) => ({ path: 'img/a fox.png', alt })),
];

/** Of anything; always the same ones. */
export function randomSamples(seed: number, count: number): readonly Sample[] {
  const random = pseudoRandom(seed);
  return Array.from({ length: count }, () => ({
    path: `${random.pick(['', '../', 'a b/'])}${random.text(nastyNames, 5)}x.png`,
    alt: random.text(nastyText, 8),
  }));
}
