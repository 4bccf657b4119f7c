import assert from 'node:assert/strict';
import { asciidoc } from '../../../../src/core/links/asciidoc/asciidoc.ts';
import { latex } from '../../../../src/core/links/latex/latex.ts';
import type { Link, LinkStyle, LinkTarget } from '../../../../src/core/links/linkStyle.ts';
import { oneLine } from '../../../../src/core/links/oneLine.ts';
import { org } from '../../../../src/core/links/org/org.ts';
import { joinPath } from '../../../../src/core/names/uriPath.ts';
import { restructuredText } from '../../../../src/core/links/rst/restructuredText.ts';
import { typst } from '../../../../src/core/links/typst/typst.ts';
import { nastyNames, nastyText } from '../nastyText.ts';
import { workTime } from '../../fixtures/workTime.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

interface Case {
  readonly name: string;
  readonly style: LinkStyle;
  /** Text around a link, in which it must still be what it is. */
  readonly around: readonly (readonly [before: string, after: string])[];
  /** What the language cannot say. */
  readonly cannotName?: RegExp;
  /** What is in the way of a link, and what the language makes of it. */
  readonly parts: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'reStructuredText',
    style: restructuredText,
    around: [
      ['', ''],
      ['A fox\n=====\n\n', '\n\nMore::\n\n   code\n'],
      ['Code::\n\n   .. image:: no.png\n\n', ''],
    ],
    parts: [
      '.. image:: ',
      '.. figure:: a.png\n',
      '   :alt: b',
      '::',
      '\n\n',
      '   ',
      '.. |x| image:: y',
      '| ',
      '+--+',
      '..',
      ':',
    ],
  },
  {
    name: 'AsciiDoc',
    style: asciidoc,
    around: [
      ['', ''],
      ['= A fox\n:x: y\n\nText.\n\n', '\n\n----\nimage::no.png[]\n----\n'],
      ['----\nimage::no.png[]\n----\n', ''],
    ],
    parts: [
      'image::',
      'image:',
      'a.png[',
      ']',
      '"',
      '\\]',
      '----\n',
      '....\n',
      '[source]\n',
      '{x}',
      ':x: {x}{x}\n',
      '|===\n',
      '+++',
      '\n',
    ],
  },
  {
    name: 'LaTeX',
    style: latex,
    around: [
      ['', ''],
      ['\\section{A fox}\n50\\% of it.\n\n', '\n% \\includegraphics{no}\n\\verb|\\includegraphics{no}|'],
      ['\\begin{verbatim}\n\\includegraphics{no}\n\\end{verbatim}\n', ''],
    ],
    // TeX cannot open a file with quotation marks, line breaks or odd spaces in its name.
    cannotName: /["\s]/u,
    parts: [
      '\\includegraphics',
      '[',
      ']',
      '{',
      '}',
      'a.png',
      '%',
      '\n',
      '\\caption',
      '\\begin{figure}',
      '\\end{figure}',
      '\\verb|',
      '\\subfloat[',
      '\\',
    ],
  },
  {
    name: 'Typst',
    style: typst,
    around: [
      ['', ''],
      ['= A fox\n\nSee https://x.y, it is *so*.\n\n', '\n\n```typ\n#image("no.png")\n```\n// #image("no.png")'],
      ['/* /* #image("no.png") */ */ ', ''],
    ],
    parts: [
      '#image(',
      '"',
      '"a.png"',
      ')',
      '(',
      '[',
      ']',
      '#',
      '$',
      '`',
      '```',
      '/*',
      '*/',
      '//',
      '\n',
      'caption: ',
      '#let x = ',
      '{',
      '}',
      '\\',
      ', ',
    ],
  },
  {
    name: 'Org',
    style: org,
    around: [
      ['', ''],
      ['* TODO A fox :x:\n\nText.\n\n', '\n\n#+begin_src org\n[[file:no.png]]\n#+end_src\n'],
      ['#+begin_example\n[[file:no.png]]\n#+end_example\n', ''],
    ],
    // A link that goes over lines is one line.
    cannotName: /[^\S ]|^ | $|  /u,
    parts: [
      '[[',
      ']]',
      '][',
      'file:',
      'a.png',
      '#+begin_src\n',
      '#+end_src\n',
      '#+ATTR_HTML: :alt x\n',
      '=',
      '~',
      '@@html:',
      '* ',
      '\n',
      '\\',
    ],
  },
];

for (const { name, style, around, cannotName, parts } of cases) {
  describe(`images of ${name}`, () => {
    it('lead to the file and say the prompt, whatever both are made of', function () {
      this.timeout(20_000);
      const random = pseudoRandom(61);
      for (let i = 0; i < 3_000; i++) {
        const path = `${random.pick(['', '../', 'a b/'])}${random.text(nastyNames, 5)}x.png`;
        if (cannotName?.test(path) === true) continue;
        const alt = random.text(nastyText, 8);
        const [before, after] = random.pick(around);
        const link = written(style, path, alt);
        const about = JSON.stringify({ path, alt, link });
        const [found, ...others] = style.find(before + link + after);
        assert.ok(found, about);
        assert.deepEqual(others, [], about);
        assert.equal(joinPath('/r', found.path ?? '/no'), joinPath('/r', path), about);
        assert.equal(found.alt, oneLine(alt), about);
        assert.deepEqual([found.start, found.end], extent(before, link, name), about);
      }
    });

    it('have a target that can be written anew in its place', () => {
      const random = pseudoRandom(62);
      for (let i = 0; i < 500; i++) {
        const path = `../${random.text(nastyNames, 4)}x.png`;
        if (cannotName?.test(path) === true) continue;
        const text = written(style, path, 'A fox');
        const [found] = style.find(text);
        const target: LinkTarget = { type: 'path', path: 'other one/y.png' };
        const changed = text.slice(0, found?.targetStart) + style.writeTarget(target) + text.slice(found?.targetEnd);
        assert.equal(changed, written(style, 'other one/y.png', 'A fox'), JSON.stringify({ path, text }));
      }
    });

    it('stand in the text where they say, in the order of the text, in documents of anything', function () {
      this.timeout(20_000);
      const random = pseudoRandom(63);
      for (let i = 0; i < 5_000; i++) {
        const text = random.text([...parts, ...parts, ' ', 'x', ...nastyText.slice(0, 12)], 25);
        const about = JSON.stringify(text);
        let last = -1;
        for (const { start, end, targetStart, targetEnd, target } of style.find(text)) {
          assert.ok(last <= start && start <= targetStart && targetStart < targetEnd && targetEnd <= end, about);
          assert.ok(end <= text.length && target !== '', about);
          last = start;
        }
        for (const { start, text: words } of style.headings?.(text) ?? []) {
          assert.ok(start >= 0 && start < text.length && !words.includes('\n'), about);
        }
      }
    });

    it('are looked for in time that grows with the document and no faster', async function () {
      this.timeout(60_000);
      for (const part of [...parts, written(style, 'a.png', 'b'), parts.slice(0, 4).join(''), parts.join('')]) {
        const text = part.repeat(Math.ceil(200_000 / part.length)) + written(style, 'x.png', 'y');
        const time = await workTime(() => [style.find(text), style.headings?.(text)]);
        assert.ok(time < 1_000, `${JSON.stringify(part)}: ${time} ms`);
      }
    });

    it('are requests where their file is missing', () => assert.equal(style.canRequest, true));
  });
}

function written(style: LinkStyle, path: string, alt: string): string {
  const link: Link = { target: { type: 'path', path }, alt, width: 512, height: 512 };
  const { before, alt: text, after } = style.write(link);
  return before + text + after;
}

/** In Org, what is said of an image stands in front of its link. */
function extent(before: string, link: string, name: string): readonly [number, number] {
  const start = name === 'Org' ? link.lastIndexOf('\n') + 1 : 0;
  return [before.length + start, before.length + link.trimEnd().length];
}
