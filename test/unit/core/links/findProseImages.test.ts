import assert from 'node:assert/strict';
import type { FoundLink } from '../../../../src/core/links/linkStyle.ts';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';
import { processorTime } from './processorTime.ts';
import { proseDocuments } from './proseDocuments.ts';

describe('images in whole documents', () => {
  for (const [languageId, { text, images, headings }] of Object.entries(proseDocuments)) {
    it(`of ${languageId} are those that its own tools see`, () => {
      const seen = find(languageId, text).map(({ path, alt, caption }) =>
        caption === undefined ? [path, alt] : [path, alt, caption],
      );
      assert.deepEqual(seen, images);
      for (const { start, end } of find(languageId, text)) assert.ok(text.slice(start, end).length > 8);
    });

    it(`of ${languageId} stand at the same places with other line breaks`, () => {
      const other = text.replaceAll('\n', '\r\n');
      const places = find(languageId, other).map(({ targetStart, targetEnd }) => other.slice(targetStart, targetEnd));
      const expected = find(languageId, text).map(({ targetStart, targetEnd }) => text.slice(targetStart, targetEnd));
      assert.deepEqual(places, expected);
    });

    it(`of ${languageId} stand below headings`, () => {
      assert.deepEqual(
        linkStyleFor(languageId)
          ?.headings?.(text)
          .map((heading) => heading.text),
        headings,
      );
    });
  }
});

type Expected = { readonly [K in keyof FoundLink]?: FoundLink[K] | undefined };
type Example = readonly [languageId: string, text: string, ...expected: readonly Expected[]];

const examples: readonly Example[] = [
  ['rst', '.. image:: my image.png', { target: 'myimage.png' }],
  ['rst', String.raw`.. image:: my\ image.png`, { path: 'my image.png', targetStart: 11, targetEnd: 24 }],
  ['rst', '.. image:: a%20b.png', { path: 'a b.png', otherPaths: ['a%20b.png'] }],
  ['rst', '.. image::\n   a.png\n   :width: 300 px\n   :height: 2em', { path: 'a.png', width: 300 }],
  ['rst', '.. image:: https://x.y/z.png', { path: undefined }],
  ['rst', '.. image:: /img/z.png', { path: '/img/z.png' }],
  ['rst', '.. image:: gnu.*', { path: 'gnu.png', target: 'gnu.*' }],
  ['rst', '.. figure:: a.png\n\n   ..\n\n   Legend', { path: 'a.png', caption: undefined }],
  ['rst', '.. image::nospace.png'],
  ['rst', '.. image:: a.png\n   :alt: .. image:: b.png', { path: 'a.png', alt: '.. image:: b.png' }],
  ['rst', '.. image::\n\nText'],
  ['rst', 'Text\n\n::\n\n   .. image:: no.png\n\n.. image:: a.png', { path: 'a.png' }],
  ['rst', '- ::\n\n     .. image:: no.png\n\n  .. image:: a.png', { path: 'a.png' }],
  ['rst', 'Title\n::::\n\n   .. image:: a.png', { path: 'a.png' }],
  ['rst', 'Title\n::\n\n   .. image:: no.png'],
  ['rst', 'text\n.. image:: a.png'],
  [
    'rst',
    '.. raw:: html\n\n   <p>\n   <img alt="a"\n     src="a.png"></p>\n   <img src="_images/b.png">\n\n.. raw:: latex\n\n   <img src="c.png">\n\n.. code:: html\n\n   <img src="d.png">',
    { path: 'a.png', alt: 'a', targetStart: 48, targetEnd: 53, isOutput: undefined },
    { path: '_images/b.png', isOutput: true },
  ],
  ['asciidoc', 'image::a.png["al, \\"q\\" t",300,200]', { alt: 'al, "q" t', width: 300, height: 200 }],
  ['asciidoc', 'image::a.png[a ] b &#93;, width=50%]', { alt: 'a ] b ]', width: undefined }],
  ['asciidoc', '[alt=Named]\n.Cap\nimage::a.png[width=20px]', { alt: 'Named', caption: 'Cap', width: 20 }],
  ['asciidoc', ':imagesdir: img/\n\nimage::a.png[]', { path: 'img/a.png', target: 'img/a.png', otherPaths: undefined }],
  ['asciidoc', ':imagesdir: ./\n\nimage::a.png[]', { path: 'a.png' }],
  ['asciidoc', ':imagesdir: https://x.y/img\n\nimage::a.png[]', { path: undefined, target: 'https://x.y/img/a.png' }],
  ['asciidoc', ':imagesdir: {undefined}/img\n\nimage::a.png[]'],
  ['asciidoc', ':a: {b}\n:b: c\n:d: x \\\ny\n\nimage::{b}/{d}.png[]', { path: 'c/x y.png' }],
  ['asciidoc', ':imagesdir: img\n\nimage::{docdir}/a.png[]', { path: './a.png' }],
  ['asciidoc', 'image::{nothing}.png[]'],
  ['asciidoc', 'image::b@c:d:image$x.png[]', { path: 'b@c:d:image$x.png' }],
  ['asciidoc', 'image::module:image$x.png[]', { path: 'module:image$x.png', targetStart: 7, targetEnd: 25 }],
  ['asciidoc', 'image::https://a.example/x.png[]', { path: undefined }],
  ['asciidoc', '\\image::a.png[] and \\image:b.png[]'],
  ['asciidoc', '[,ruby]\n----\nimage::a.png[]\n----\n\n[%header]\n|===\n|image:b.png[]\n|===', { path: 'b.png' }],
  ['latex', '\\includegraphics{a}', { path: 'a.png', target: 'a' }],
  [
    'latex',
    '\\DeclareGraphicsExtensions{.pdf, .JPG,.png}\\includegraphics{a}\\includegraphics{b.png}',
    { path: 'a.JPG' },
    { path: 'b.png' },
  ],
  ['latex', '\\DeclareGraphicsExtensions{.eps}\\includegraphics{a}', { path: 'a.eps', target: 'a' }],
  ['latex', '\\usepackage[final, dvips]{graphicx}\\includegraphics{a}', { path: 'a.eps' }],
  ['latex', '\\usepackage[pdftex]{graphicx}\\includegraphics{a}', { path: 'a.png' }],
  ['latex', '\\adjincludegraphics[width=1cm]{a.png}\\pgfimage[width=1cm]{b}', { path: 'a.png' }, { path: 'b.png' }],
  ['latex', '\\documentclass{x}\\includegraphics{a.svg}', { path: 'a.svg', otherPaths: undefined }],
  [
    'latex',
    '\\documentclass{x}\\graphicspath{{i/}{j/}}\\includegraphics{a.png}',
    { path: 'i/a.png', otherPaths: ['a.png', 'j/a.png'] },
  ],
  [
    'latex',
    '\\documentclass{x}\\graphicspath{{i/}}\\includegraphics{k/a.png}',
    { path: 'k/a.png', otherPaths: ['i/k/a.png'] },
  ],
  ['latex', '% !TEX root = ../main.tex\n\\includegraphics{i/a.png}', { path: '../i/a.png', otherPaths: undefined }],
  [
    'latex',
    '\\documentclass{x}\\ifpdf\\graphicspath{{r/}}\\else\\graphicspath{{v/}}\\fi\\includegraphics{a.png}',
    { path: 'r/a.png', otherPaths: ['a.png', 'v/a.png'] },
  ],
  ['latex', '\\includegraphics{i/a.png}', { path: 'i/a.png', otherPaths: ['../i/a.png', '../../i/a.png'] }],
  [
    'latex',
    '\\includegraphics[width=300px,height=.5\\textheight, alt = {A, \\{b\\} \\%}]{a.png}',
    { alt: 'A, {b} %', width: 300, height: undefined },
  ],
  ['latex', '\\includegraphics*[1,2][3,4] % x\n { b c.png }', { path: 'b c.png' }],
  ['latex', '\\includegraphics{{a.b}.png}\\includegraphics{"c d".png}', { path: 'a.b.png' }, { path: 'c d.png' }],
  ['latex', '\\includegraphics{a\\string#b\\csname c_hash_str\\endcsname c.png}', { path: 'a#b#c.png' }],
  ['latex', '\\includegraphics{/abs/a.png}', { path: undefined }],
  ['latex', '\\includegraphics{\\dir/x.png}\\newcommand\\y[1]{\\includegraphics{#1}}\\includegraphics\\x'],
  ['latex', '\\% \\includegraphics{a.png} % \\includegraphics{b.png}', { path: 'a.png' }],
  ['latex', '\\\\% \\includegraphics{b.png}'],
  ['latex', '\\includegraphicsx{a.png}\\xincludegraphics{b.png}'],
  [
    'latex',
    "\\begin{figure}\\subfloat[One]{\\includegraphics{a.png}}\\begin{subfigure}{1cm}\\includegraphics{b.png}\\caption{Two}\\end{subfigure}\\begin{center}\\includegraphics{c.png}\\end{center}\\caption[s]{All of ``it''~\\cite{x}}\\end{figure}\\includegraphics{d.png}",
    { caption: 'One' },
    { caption: 'Two' },
    { caption: 'All of “it”' },
    { caption: undefined },
  ],
  ['typst', '#image("a\\u{20}b\\\\c\\"d.png")', { path: 'a b\\c"d.png' }],
  [
    'typst',
    '#image(width: 50%, "a.png", alt: [A *b*])',
    { path: 'a.png', alt: 'A b', width: undefined, start: 0, end: 41 },
  ],
  ['typst', '#image("/img/a.png")', { path: '/img/a.png' }],
  ['typst', '#figure(image("a.png"), caption: "x" + y)', { caption: undefined }],
  ['typst', '#figure(caption: [c])[#image("a.png")]', { path: 'a.png' }],
  ['typst', '#image("a" + b) #image(c) #image.decode("d") #my.image("e") image("f")'],
  ['typst', '#image("a.png" /* ) */, // )\n alt: "x")', { alt: 'x' }],
  ['org', '[[file:a.png::12]]', { path: 'a.png', targetStart: 7, targetEnd: 16 }],
  [
    'org',
    '[[file:a%20b.png]] [[file:c%d.png]]',
    { path: 'a%20b.png', otherPaths: ['a b.png'] },
    { otherPaths: undefined },
  ],
  ['org', '[[file:a\\[1\\].png]] <file:b c.png>', { path: 'a[1].png' }, { path: 'b c.png' }],
  ['org', '#+attr_html: :width 30\n#+attr_html: :alt a :height 2px\n[[./a.png]]', { alt: 'a', width: 30, height: 2 }],
  ['org', '[[/abs/a.png]] [[~/a.png]]', { path: undefined }, { path: undefined }],
  ['org', '[[attachment:a.png]] [[a.txt]] [[file:a.png][text]] [[#a.png]]'],
  [
    'org',
    '#+RESULTS[5a]: x\n#+ATTR_HTML: :alt a\n[[file:a.png]] [[file:b.png]]\n\n#+RESULTS:\n:results:\n[[file:c.png]]\n:end:\n\n[[file:d.png]]',
    { isOutput: true, alt: 'a' },
    { isOutput: true },
    { isOutput: true },
    { isOutput: undefined },
  ],
  ['org', '#+begin_src x\n[[file:a.png]]', { path: 'a.png' }],
];

describe('images of prose', () => {
  for (const [languageId, text, ...expected] of examples) {
    it(`of ${languageId}: ${JSON.stringify(text)}`, () => {
      const found = find(languageId, text);
      assert.equal(found.length, expected.length, JSON.stringify(found));
      expected.forEach((one, index) => {
        for (const key of Object.keys(one) as (keyof FoundLink)[]) assert.deepEqual(found[index]?.[key], one[key], key);
      });
    });
  }
});

describe('documents that are made to be slow', () => {
  const folders = Array.from({ length: 600 }, (_, index) => `{${index}/}`).join('');
  const documents: readonly [languageId: string, about: string, text: string][] = [
    ['asciidoc', 'brackets behind a block macro', `image::${'['.repeat(4_000)}x`],
    ['asciidoc', 'pairs of brackets', `image::${'[]'.repeat(50_000)}x`],
    ['asciidoc', 'macros in macros', 'image::'.repeat(15_000)],
    ['asciidoc', 'brackets behind a conditional', `ifdef::${'['.repeat(100_000)}x\n\nimage::a.png[]`],
    ['asciidoc', 'brackets in a conditional', `image:\nifdef::${'[]'.repeat(50_000)}\n`],
    ['latex', 'many folders', `\\graphicspath{${folders}}${'\\includegraphics{a}'.repeat(5_000)}`],
    [
      'latex',
      'many alternatives',
      `${Array.from({ length: 2_000 }, (_, index) => `\\graphicspath{{${index}/}}\\else`).join('')}${'\\includegraphics{a}'.repeat(3_000)}`,
    ],
  ];
  for (const [languageId, about, text] of documents) {
    it(`are read in a short time: ${languageId}, ${about}`, function () {
      this.timeout(60_000);
      const milliseconds = processorTime(() => find(languageId, text));
      assert.ok(milliseconds < 1_000, `${milliseconds}`);
    });
  }

  it('are not missing where LaTeX finds the picture with one of its endings', () => {
    const [found] = find('latex', '\\documentclass{x}\\includegraphics{f/a}');
    for (const ending of '.pdf .jpg .jpeg .mps .eps .ps .PDF .PNG .JPG .JPEG'.split(' ')) {
      assert.ok(found?.otherPaths?.includes(`f/a${ending}`), ending);
    }
  });

  it('have no more places to look at than somebody would write', () => {
    const [few] = find('latex', `\\graphicspath{{i/}{j/}}\\includegraphics{a}`);
    assert.ok(few?.otherPaths?.includes('j/a.drawio'), 'what a picture is drawn in lies where the picture is to be');
    const images = find('latex', `\\graphicspath{${folders}}${'\\includegraphics{a}'.repeat(5_000)}`);
    const paths = images.reduce((sum, { otherPaths = [] }) => sum + otherPaths.length, 0);
    assert.ok(images.length > 50 && paths < 110_000, `${images.length} images, ${paths} paths`);
  });
});

describe('where paths start', () => {
  const starts: readonly [languageId: string, textBefore: string, folder: string | undefined][] = [
    ['asciidoc', '', undefined],
    ['asciidoc', ':imagesdir: img/x/\n\nText', 'img/x'],
    ['asciidoc', ':imagesdir: img\n\n:imagesdir: .\n', undefined],
    ['asciidoc', ':imagesdir: https://x.y\n', undefined],
    ['asciidoc', 'ifdef::env-github[]\n:imagesdir: https://x.y\nendif::[]\n:imagesdir: img\n', 'img'],
    ['latex', '% !TeX root = ../../main.tex\n', '../..'],
    ['latex', '\\documentclass{x}', undefined],
  ];
  for (const [languageId, textBefore, folder] of starts) {
    it(`in ${languageId} behind ${JSON.stringify(textBefore)}`, () => {
      assert.equal(linkStyleFor(languageId)?.startFolder?.(textBefore), folder);
    });
  }
});

function find(languageId: string, text: string): readonly FoundLink[] {
  return linkStyleFor(languageId)?.find(text) ?? assert.fail(languageId);
}
