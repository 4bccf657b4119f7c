import assert from 'node:assert/strict';
import { asciidoc } from '../../../../src/core/links/asciidoc/asciidoc.ts';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';
import { arrangeLinks } from '../../../../src/core/place/arrangeLinks.ts';
import { insertionFor, type InsertionRequest } from '../../../../src/core/place/insertionFor.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

const rst = '.. image:: a.png\n   :alt: a fox';
const adoc = 'image::a.png[a fox]';
const inlineAdoc = 'image:a.png[a fox]';
const tex = String.raw`\includegraphics[width=\linewidth,alt={a fox}]{a.png}`;
const typ = '#image("a.png", alt: "a fox")';
const orgLink = '#+ATTR_HTML: :alt a fox\n[[file:a.png]]';

type Example = readonly [languageId: string, what: string, before: string, after: string];

// `‸` is where the cursor is or, in pairs, what is selected.
const below: readonly Example[] = [
  ['restructuredtext', 'a paragraph', 'A fo‸x\nin snow\nNext', `A fox\nin snow\nNext\n\n${rst}`],
  ['restructuredtext', 'a paragraph with another one', 'A fo‸x\n\nNext', `A fox\n\n${rst}\n\nNext`],
  ['restructuredtext', 'a title', 'A fo‸x\n=====\n\nNext', `A fox\n=====\n\n${rst}\n\nNext`],
  ['restructuredtext', 'an item', '- a fo‸x\n- b', '- a fox\n\n  .. image:: a.png\n     :alt: a fox\n\n- b'],
  [
    'restructuredtext',
    'a paragraph in front of code',
    'A fo‸x::\n\n   code\n\nNext',
    `A fox::\n\n   code\n\n${rst}\n\nNext`,
  ],
  ['restructuredtext', 'code', 'A::\n\n   co‸de\n\n   more\n\nNext', `A::\n\n   code\n\n   more\n\n${rst}\n\nNext`],
  [
    'restructuredtext',
    'a directive',
    '.. note:: A fo‸x\n\n   More\n\nNext',
    `.. note:: A fox\n\n   More\n\n${rst}\n\nNext`,
  ],
  ['restructuredtext', 'a comment', '.. a fo‸x\n   in snow\n\nNext', `.. a fox\n   in snow\n\n${rst}\n\nNext`],
  [
    'restructuredtext',
    'a paragraph in a directive',
    '.. note::\n\n   A fo‸x\n',
    '.. note::\n\n   A fox\n\n   .. image:: a.png\n      :alt: a fox\n',
  ],
  ['asciidoc', 'a paragraph', 'A fo‸x\nin snow\n\nNext', `A fox\nin snow\n\n${adoc}\n\nNext`],
  ['asciidoc', 'a title', '== A fo‸x\nNext', `== A fox\n\n${adoc}\n\nNext`],
  ['asciidoc', 'an item', '* a fo‸x\n* b', `* a fox\n+\n${adoc}\n* b`],
  ['asciidoc', 'code', '----\nfo‸x\n\n----\nNext', `----\nfox\n\n----\n\n${adoc}\n\nNext`],
  ['asciidoc', 'a comment', '// a fo‸x\nNext', `// a fox\n\n${adoc}\n\nNext`],
  ['asciidoc', 'a row of a table', '|===\n| a fo‸x\n| b\n|===\n', `|===\n| a fox\n| b\n|===\n\n${adoc}\n`],
  ['asciidoc', 'a block with a title', '.Title\n[quote]\nA fo‸x\n', `.Title\n[quote]\nA fox\n\n${adoc}\n`],
  ['latex', 'a paragraph', 'A fo‸x\nin snow\n\nNext', `A fox\nin snow\n\n${tex}\n\nNext`],
  ['latex', 'a comment', '% a fo‸x\nNext', `% a fox\n\n${tex}\n\nNext`],
  [
    'latex',
    'code',
    '\\begin{verbatim}\nfo‸x\n\\end{verbatim}\nNext',
    `\\begin{verbatim}\nfox\n\\end{verbatim}\n\n${tex}\n\nNext`,
  ],
  [
    'latex',
    'a figure',
    '\\begin{figure}\n\\caption{A fo‸x}\n\\end{figure}\n',
    `\\begin{figure}\n\\caption{A fox}\n\\end{figure}\n\n${tex}\n`,
  ],
  ['latex', 'an item', '  \\item a fo‸x\n  \\item b', `  \\item a fox\n\n  ${tex}\n\n  \\item b`],
  ['latex', 'the preamble', '% a fo‸x\n\\begin{document}\nNext', `% a fox\n\\begin{document}\n\n${tex}\n\nNext`],
  ['typst', 'a paragraph', 'A fo‸x\nin snow\n\nNext', `A fox\nin snow\n\n${typ}\n\nNext`],
  ['typst', 'an item', '- a fo‸x\n- b', `- a fox\n\n  ${typ}\n\n- b`],
  ['typst', 'code', '#figure(\n  caption: [a fo‸x],\n)\nNext', `#figure(\n  caption: [a fox],\n)\n\n${typ}\n\nNext`],
  ['typst', 'raw text', '```\nfo‸x\n```\n', `\`\`\`\nfox\n\`\`\`\n\n${typ}\n`],
  ['typst', 'a comment', '// a fo‸x\nNext', `// a fox\n\n${typ}\n\nNext`],
  ['org', 'a paragraph', 'A fo‸x\nin snow\n\nNext', `A fox\nin snow\n\n${orgLink}\n\nNext`],
  [
    'org',
    'a heading',
    '* A fo‸x\n:PROPERTIES:\n:ID: x\n:END:\nNext',
    `* A fox\n:PROPERTIES:\n:ID: x\n:END:\n\n${orgLink}\n\nNext`,
  ],
  ['org', 'an item', '- a fo‸x\n- b', '- a fox\n\n  #+ATTR_HTML: :alt a fox\n  [[file:a.png]]\n\n- b'],
  ['org', 'code', '#+begin_src x\nfo‸x\n\n#+end_src\nNext', `#+begin_src x\nfox\n\n#+end_src\n\n${orgLink}\n\nNext`],
  ['org', 'a table', '| a fo‸x |\n| b |\n', `| a fox |\n| b |\n\n${orgLink}\n`],
];

describe('a link below prose', () => {
  for (const [languageId, what, before, after] of below) {
    it(`of ${languageId} stands after ${what}`, () => assert.equal(inserted('below', languageId, before), after));
  }

  it('stands on a blank line and at the end of a file', () => {
    for (const [languageId, link] of [
      ['rst', rst],
      ['asciidoc', adoc],
      ['tex', tex],
      ['typst', typ],
      ['org', orgLink],
    ] as const) {
      assert.equal(inserted('below', languageId, 'a\n‸\nb'), `a\n\n${link}\n\nb`);
      assert.equal(inserted('below', languageId, 'a‸'), `a\n\n${link}`);
      assert.equal(inserted('below', languageId, '‸'), link);
    }
  });

  it('keeps the line breaks of the document', () => {
    assert.equal(inserted('below', 'rst', 'A fo‸x\r\n'), `A fox\r\n\r\n${rst.replace('\n', '\r\n')}\r\n`);
  });

  it('is found again by its language, once, in documents of anything', () => {
    const random = pseudoRandom(71);
    const parts: Readonly<Record<string, readonly string[]>> = {
      rst: [
        'A fox',
        '',
        '',
        '- item',
        '  deep',
        'So::',
        '    code',
        '.. note:: x',
        '   :a: b',
        '.. comment',
        '=====',
        '| row',
        '..',
      ],
      asciidoc: [
        'A fox',
        '',
        '',
        '* item',
        '----',
        '====',
        '....',
        '.Title',
        '[source]\n----\nx\n----',
        '[quote]',
        '== Title',
        '|===',
        '| cell',
        '// x',
        '+',
        ':a: b',
      ],
      latex: [
        'A fox',
        '',
        '',
        '\\item x',
        '\\begin{verbatim}',
        '\\end{verbatim}',
        '\\begin{figure}',
        '\\end{figure}',
        '% x',
        '\\section{y}',
      ],
      typst: ['A fox', '', '', '- item', '= Title', '```', '#figure(', ')', '/*', '*/', '// x', '#let x = 1', '  deep'],
      org: [
        'A fox',
        '',
        '',
        '- item',
        '* Title',
        '#+begin_src x',
        '#+end_src',
        '| a |',
        '# x',
        ': y',
        '#+CAPTION: z',
        ':PROPERTIES:',
        ':END:',
      ],
    };
    for (let i = 0; i < 5_000; i++) {
      const languageId = random.pick(Object.keys(parts));
      const rows = Array.from({ length: 1 + random.below(8) }, () => random.pick(parts[languageId] ?? ['']));
      const line = random.below(rows.length);
      const marked = rows.map((row, at) => (at === line ? `${row}‸` : row)).join('\n');
      // What is opened and never closed goes on to the end, and there is no place behind it.
      const atEnd = inserted('cursor', languageId, `${rows.join('\n')}\n\n‸`);
      if (linkStyleFor(languageId)?.find(atEnd).length !== 1) continue;
      const result = inserted('below', languageId, marked);
      const found = linkStyleFor(languageId)
        ?.find(result)
        .filter(({ path }) => path === 'a.png');
      assert.equal(found?.length, 1, JSON.stringify({ languageId, marked, result }));
      assert.equal(found[0]?.alt, 'a fox', JSON.stringify({ languageId, marked, result }));
    }
  });
});

describe('a link within prose', () => {
  const examples: readonly Example[] = [
    ['asciidoc', 'stands in its line', 'see ‸ there', `see ${inlineAdoc} there`],
    ['asciidoc', 'is a block on a line of its own', 'a\n\n‸\n\nb', `a\n\n${adoc}\n\nb`],
    ['asciidoc', 'is no literal text in a line of spaces', 'a\n\n   ‸  \n\nb', `a\n\n${adoc}  \n\nb`],
    ['org', 'stands in its line, without what only a block can say', 'see ‸', 'see [[file:a.png]]'],
    ['latex', 'stands in its line', 'see ‸ there', `see ${tex} there`],
    [
      'rst',
      'parts its paragraph: there are no images within a line',
      '  see ‸ there',
      `  see \n\n  .. image:: a.png\n     :alt: a fox\n\n   there`,
    ],
  ];
  for (const [languageId, what, before, after] of examples) {
    it(`of ${languageId} ${what}`, () => assert.equal(inserted('cursor', languageId, before), after));
  }

  it('takes the place of words and of paragraphs', () => {
    assert.equal(inserted('replace', 'asciidoc', 'see ‸a fox‸ there'), `see ${inlineAdoc} there`);
    assert.equal(inserted('replace', 'asciidoc', 'a\n\n‸a fox\nin snow\n‸\nb'), `a\n\n${adoc}\n\nb`);
    assert.equal(inserted('replace', 'asciidoc', 'a\n\n  ‸a fox‸\nb'), `a\n\n${adoc}\n\nb`);
    assert.equal(inserted('replace', 'rst', '‸a fox‸\nb'), `${rst}\n\nb`);
  });
});

describe('several links', () => {
  it('stand below each other where they are blocks, otherwise side by side', () => {
    const links = ['a.png', 'b.png'].map((path) =>
      asciidoc.write({ target: { type: 'path', path }, alt: 'x', width: 1, height: 1 }),
    );
    const texts = (insertion: { separator?: string; isInline?: boolean }): readonly string[] =>
      arrangeLinks(links, { range: emptyRange, before: '', after: '', ...insertion }, '\n').map(
        ({ before, alt, after }) => before + alt + after,
      );
    assert.deepEqual(texts({ separator: '\n\n' }), ['image::a.png[x]', '\n\nimage::b.png[x]']);
    assert.deepEqual(texts({ isInline: true }), ['image:a.png[x]', ' image:b.png[x]']);
  });
});

const emptyRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function inserted(position: InsertionRequest['position'], languageId: string, marked: string): string {
  const eol = marked.includes('\r\n') ? '\r\n' : '\n';
  const marks = [...marked.matchAll(/‸/gu)].map(({ index }) => index);
  const text = marked.replaceAll('‸', '');
  const at = (offset: number): { line: number; character: number } => {
    const before = text.slice(0, offset).split(eol);
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const [start = 0, end = start] = marks.map((mark, i) => mark - i);
  const rows = text.split(eol);
  const lines = { count: rows.length, lineAt: (i: number) => rows[i] ?? assert.fail(`no line ${i}`) };
  const insertion = insertionFor({ position, range: { start: at(start), end: at(end) }, lines, languageId, eol });
  const style = linkStyleFor(languageId) ?? assert.fail(languageId);
  const link = style.write({ target: { type: 'path', path: 'a.png' }, alt: 'a fox', width: 1, height: 1 });
  const [arranged] = arrangeLinks([link], insertion, eol);
  assert.ok(arranged);
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    rows.slice(0, line).join(eol).length + (line > 0 ? eol.length : 0) + character;
  const written = insertion.before + arranged.before + arranged.alt + arranged.after + insertion.after;
  return text.slice(0, offsetOf(insertion.range.start)) + written + text.slice(offsetOf(insertion.range.end));
}
