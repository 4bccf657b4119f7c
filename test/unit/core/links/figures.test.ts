import assert from 'node:assert/strict';
import type { LinkText } from '../../../../src/core/links/linkStyle.ts';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';
import { figureTemplate, writeLink } from '../../../../src/core/links/writeLink.ts';
import { arrangeLinks } from '../../../../src/core/place/arrangeLinks.ts';
import { insertionFor } from '../../../../src/core/place/insertionFor.ts';

const alt = 'A {fox} & "b"';
const link = { target: { type: 'path', path: 'a b.png' }, alt, width: 5, height: 6 } as const;

const figures: Readonly<Record<string, string>> = {
  html: '<figure>\n  <img src="a%20b.png" alt="A {fox} &amp; &quot;b&quot;" width="5" height="6">\n  <figcaption>«A {fox} &amp; &quot;b&quot;»</figcaption>\n</figure>',
  vue: '<figure>\n  <img src="a%20b.png" alt="A {fox} &amp; &quot;b&quot;" width="5" height="6">\n  <figcaption>«A &#123;fox} &amp; &quot;b&quot;»</figcaption>\n</figure>',
  typescriptreact:
    '<figure>\n  <img src="a%20b.png" alt="A {fox} &amp; &quot;b&quot;" width={5} height={6} />\n  <figcaption>«A &#123;fox&#125; &amp; &quot;b&quot;»</figcaption>\n</figure>',
  svelte:
    '<figure>\n  <img src="a%20b.png" alt="A &#123;fox} &amp; &quot;b&quot;" width="5" height="6" />\n  <figcaption>«A &#123;fox&#125; &amp; &quot;b&quot;»</figcaption>\n</figure>',
  mdx: '<figure>\n  ![A \\{fox} & "b"](<a b.png>)\n\n  <figcaption>«A \\{fox} & "b"»</figcaption>\n</figure>',
  quarto: '![«A {fox} & "b"»](<a b.png>){fig-alt="A {fox} \\& \\"b\\""}',
  rst: '.. figure:: a\\ b.png\n   :alt: A {fox} & "b"\n\n   «A {fox} & "b"»',
  asciidoc: '.«A &#123;fox} & "b"»\nimage::a b.png["A &#123;fox} & \\"b\\""]',
  latex:
    '\\begin{figure}\n  \\centering\n  \\includegraphics[width=\\linewidth,alt={A \\{fox\\} \\& "b"}]{a b.png}\n  \\caption{«A \\{fox\\} \\& "b"»}\n\\end{figure}',
  typst: '#figure(\n  image("a b.png", alt: "A {fox} & \\"b\\""),\n  caption: [«A {fox} & "b"»],\n)',
  org: '#+CAPTION: «A {fox} & "b"»\n#+ATTR_HTML: :alt A {fox} & "b"\n[[file:a b.png]]',
};

function figure(languageId: string): LinkText {
  return writeLink(figureTemplate, link, linkStyleFor(languageId), {});
}

describe('figures', () => {
  for (const [languageId, expected] of Object.entries(figures)) {
    it(`are written in ${languageId} with the caption to go on with, and are found`, () => {
      const { before, alt: caption, after } = figure(languageId);
      assert.equal(`${before}«${caption}»${after}`, expected);
      const [found, ...others] = linkStyleFor(languageId)?.find(`${before}${caption}${after}\n`) ?? [];
      assert.deepEqual([found?.path, found?.alt, found?.caption ?? alt, others], ['a b.png', alt, alt, []]);
    });
  }

  it('are plain links where the language has none, or there are no words', () => {
    for (const languageId of ['markdown', 'css', 'unknown']) {
      const style = linkStyleFor(languageId);
      assert.deepEqual(writeLink(figureTemplate, link, style, {}), writeLink('', link, style, {}), languageId);
    }
    const html = linkStyleFor('html');
    const silent = { ...link, alt: '' };
    assert.deepEqual(writeLink(figureTemplate, silent, html, {}), html?.write(silent));
  });

  it('run nothing of their words when Quarto makes the page', () => {
    const words = '`r system("x") #` {{< figure src="q.png" >}}';
    const {
      before,
      alt: caption,
      after,
    } = writeLink(figureTemplate, { ...link, alt: words }, linkStyleFor('quarto'), {});
    const written = before + caption + after;
    assert.doesNotMatch(written, /`|\{\{/u);
    const [found, ...others] = linkStyleFor('quarto')?.find(written) ?? [];
    assert.deepEqual([found?.path, found?.alt, found?.caption, others], ['a b.png', words, words, []]);
  });

  it('have captions that begin no literal block', () => {
    for (const [words, expected] of [
      ['Code::', String.raw`Code\:\:`],
      ['::', String.raw`\:\:`],
      ['::x', String.raw`\::x`],
    ] as const) {
      const {
        before,
        alt: caption,
        after,
      } = writeLink(figureTemplate, { ...link, alt: words }, linkStyleFor('rst'), {});
      assert.equal(caption, expected);
      const [found] = linkStyleFor('rst')?.find(before + caption + after) ?? [];
      assert.equal(found?.caption ?? found?.alt, words);
    }
  });

  it('are found in Quarto with their alt text beside the caption', () => {
    const [found] =
      linkStyleFor('quarto')?.find('![A *map*](a.png){#fig-x fig-alt="All \\"roads\\" {1}" width=5}') ?? [];
    assert.deepEqual([found?.alt, found?.caption], ['All "roads" {1}', 'A map']);
  });

  it('are found in Quarto with an alt text in single quotes', () => {
    for (const attributes of [`fig-alt='All "roads" {1}'`, `title="It's" fig-alt='All "roads" {1}' .x`]) {
      const [found] = linkStyleFor('quarto')?.find(`![A *map*](a.png){${attributes}}`) ?? [];
      assert.deepEqual([found?.alt, found?.caption], ['All "roads" {1}', 'A map']);
    }
  });

  const places: readonly (readonly [languageId: string, line: string, expected: string])[] = [
    ['html', '  <p>x</p>', '\n  <figure>\n    <img'],
    ['mdx', '> - x', '\n>\n>   <figure>\n>     ![A'],
    ['rst', '- x', '\n\n  .. figure:: a\\ b.png\n     :alt: A {fox} & "b"\n\n     A {fox}'],
  ];
  for (const [languageId, line, expected] of places) {
    it(`stand in ${languageId} with the indentation of what is above, a blank line apart`, () => {
      const end = { line: 0, character: line.length };
      const lines = { count: 1, lineAt: () => line };
      const insertion = insertionFor({ position: 'below', range: { start: end, end }, lines, languageId, eol: '\n' });
      const [first, second] = arrangeLinks([figure(languageId), figure(languageId)], insertion, '\n');
      assert.ok(
        `${insertion.before}${first?.before}${first?.alt}`.startsWith(expected),
        insertion.before + first?.before,
      );
      assert.match(second?.before ?? '', /^\n[> ]*\n/u);
    });
  }

  it('are plain links within a line', () => {
    for (const [languageId, line] of [
      ['html', '<p>so </p>'],
      ['mdx', 'so '],
      ['typst', 'so '],
    ] as const) {
      const at = { line: 0, character: line.indexOf('so ') + 3 };
      const lines = { count: 1, lineAt: () => line };
      const insertion = insertionFor({
        position: 'cursor',
        range: { start: at, end: at },
        lines,
        languageId,
        eol: '\n',
      });
      const [arranged] = arrangeLinks([figure(languageId)], insertion, '\n');
      assert.deepEqual(arranged?.before, linkStyleFor(languageId)?.write(link).before, languageId);
    }
  });
});
