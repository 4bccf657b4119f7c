// What the compilers have taught the writers; `compilers` beside this has the compilers' own word.
import assert from 'node:assert/strict';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';

const examples: readonly (readonly [
  language: string,
  what: string,
  path: string,
  alt: string,
  written: string,
  isInline?: true,
])[] = [
  ['quarto', 'commands of TeX', 'a.png', 'C:\\temp \\[x]', '![C:\\\\temp \\\\\\[x\\]](a.png)'],
  ['quarto', 'formulas, superscripts and citations', 'a.png', '$5, x^2, ~3, @me', '![\\$5, x\\^2, \\~3, \\@me](a.png)'],
  [
    'markdown',
    'shortcodes',
    'a.png',
    '{{< x src="q.png" >}} {{{% y',
    '![&#123;{< x src="q.png" >}} &#123;&#123;&#123;% y](a.png)',
  ],
  ['markdown', 'tags of templates', 'a.png', '{% x %} {# y #} {z}', '![&#123;% x %} &#123;# y #} {z}](a.png)'],
  ['quarto', 'shortcodes', 'a.png', '{{< meta x >}}', '![&#123;{< meta x >}}](a.png)'],
  ['markdown', 'the end of a formula in a path', 'a$b.png', 'A $', '![A $](a%24b.png)'],
  ['asciidoc', 'quotation marks in HTML', 'a "b" &c.png', '', 'image::a %22b%22 %26c.png[]'],
  ['asciidoc', 'references twice', 'a.png', '[a] #1', 'image:a.png[[a&#93; &#35;1]', true],
  ['asciidoc', 'terms of lists', 'a.png', ':: a]; b', 'image:a.png[&#58;: a&#93;&#59; b]', true],
  ['asciidoc', 'addresses', 'a.png', 'https://a.b c@d.e', 'image:a.png[https&#58;//a.b c&#64;d.e]', true],
  ['asciidoc', 'signs for one character', 'a.png', '(C) -> a--b', 'image::a.png[&#40;C) &#45;> a&#45;&#45;b]'],
  ['org', 'further attributes', 'a.png', 'a :b', '#+ATTR_HTML: :alt a \u2060:b\n[[file:a.png]]'],
  ['org', 'drives', 'C:/a.png', '', '[[file:./C:/a.png]]'],
  [
    'latex',
    'parameters',
    '# a.png',
    '',
    '\\includegraphics[width=\\linewidth,alt={}]{\\csname c_hash_str\\endcsname \\space a.png}',
  ],
];

describe('written links', () => {
  for (const [language, what, path, alt, written, isInline = false] of examples) {
    it(`are in ${language} not taken for ${what}: ${written}`, () => {
      const link = linkStyleFor(language)?.write({ target: { type: 'path', path }, alt, width: 5, height: 6 });
      const { before, alt: words, after } = (isInline ? link?.inline : link) ?? assert.fail();
      assert.equal(before + words + after, written);
    });
  }
});
