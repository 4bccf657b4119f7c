import assert from 'node:assert/strict';
import { css } from '../../../../src/core/links/css/css.ts';
import { html } from '../../../../src/core/links/tags/html.ts';
import { jsx } from '../../../../src/core/links/tags/jsx.ts';
import type { LinkStyle } from '../../../../src/core/links/linkStyle.ts';
import { linkStyleFor, linkStyles } from '../../../../src/core/links/linkStyles.ts';
import { markdown } from '../../../../src/core/links/markdown/markdown.ts';
import { quarto } from '../../../../src/core/links/markdown/quarto.ts';
import { oneLine } from '../../../../src/core/links/oneLine.ts';
import { nastyNames, nastyText } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';
import { processorTime } from './processorTime.ts';

/** Their links may have several lines: `proseStyles.test.ts` has them. */
const prose: readonly string[] = ['restructuredtext', 'rst', 'asciidoc', 'latex', 'tex', 'typst', 'org'];

const styles: readonly (readonly [language: string, style: LinkStyle])[] = Object.entries(linkStyles).filter(
  ([language]) => !prose.includes(language),
);

/** Where in its language a link stands, with things around that must not be taken for one. */
const surroundings: Readonly<Record<string, (link: string) => string>> = {
  ...both(['javascriptreact', 'typescriptreact'], (link) => {
    return `import x from "./x.png"; // <img src="no.png" />\nconst a = <Foo bar={x < 3}>it's ${link} isn't</Foo>;\n/* <img src="no.png" /> */\n`;
  }),
  vue: (link) =>
    `<template>\n  <p @click="a > b">{{ x < 3 }} ${link}</p>\n</template>\n<script>\nx = '<img src="no.png">';\n</script>\n`,
  svelte: (link) =>
    `<script>\n  const x = '<img src="no.png">';\n</script>\n{#if a < b}\n  <p on:click={() => f("}")}>it's ${link}</p>\n{/if}\n`,
  astro: (link) =>
    `---\nconst x = '<img src="no.png">';\n---\n<p class={x}>it's {list.map((y) => <b>${link}</b>)}</p>\n`,
  ...both(
    ['css', 'scss', 'less'],
    (link) => `/* url("no.png") */\n@import url("x.css");\n.a::after {\n  content: "url('no.png')";\n  ${link}\n}\n`,
  ),
  mdx: (link) =>
    `import x from './x'\n\n{/* <img src="no.png" /> */}\n\n<Tab a={"<img src='no.png' />"}>\n  it's ${link}\n</Tab>\n`,
};

function both<T>(languages: readonly string[], value: T): Readonly<Record<string, T>> {
  return Object.fromEntries(languages.map((language) => [language, value]));
}

const hostile: readonly string[] = [
  ...[
    '<',
    '<!--',
    '<!',
    '<?',
    '<img ',
    '<img a="',
    "<img a='",
    '<img a={',
    '<img src=a ',
    '<a x="<a y=z" ',
    '</a',
    '</',
  ],
  ...[
    '{',
    '}',
    '{{',
    '{"',
    "{'",
    '{`',
    '{/*',
    '{//',
    '`',
    '`${',
    '"',
    "'",
    "'\\\\",
    '\\\\',
    '/',
    '/*',
    '//',
    '*/',
    '(',
    ')',
  ],
  ...[
    '<script>',
    '<style>',
    '<figure>',
    '<figcaption>',
    '<title>',
    '<p>',
    '</p>',
    '<>',
    '</>',
    '<A b={<A ',
    '{<A>',
    'url(',
  ],
  ...[
    'url("',
    "url('a.png')",
    'url("a.png") /* ',
    'url(a.png)',
    'url(\\\\',
    '---\n',
    'import {',
    'import a\n',
    '\nexport {\n\n',
  ],
  ...['a < b ', 'return <a', '<a>{`', '=', ' = ', '<img =', '<img / ', '![a](<', '[', '[a]: b\n', '> <a\n', '- {\n'],
];

describe('link styles', () => {
  it('are those of their languages, and none for others', () => {
    assert.equal(linkStyleFor('markdown'), markdown);
    assert.equal(linkStyleFor('rmd'), quarto);
    assert.equal(linkStyleFor('html'), html);
    assert.equal(linkStyleFor('typescriptreact'), jsx);
    assert.equal(linkStyleFor('css'), css);
    for (const languageId of ['plaintext', 'typescript', 'constructor', '__proto__', ''])
      assert.equal(linkStyleFor(languageId), undefined);
  });

  it('take a missing file for a request in documents, not in code', () => {
    const asking = styles.filter(([, { canRequest }]) => canRequest).map(([language]) => language);
    for (const language of ['markdown', 'quarto', 'rmd', 'mdx', 'html']) assert.ok(asking.includes(language), language);
    for (const language of ['javascriptreact', 'typescriptreact', 'vue', 'svelte', 'astro', 'css', 'scss', 'less'])
      assert.ok(!asking.includes(language), language);
  });

  for (const [language, style] of styles) {
    const around = surroundings[language] ?? ((link: string): string => `${link}\n`);

    it(`find in ${language} what they write, whatever it is made of`, function () {
      this.timeout(60_000);
      const random = pseudoRandom(51);
      for (let i = 0; i < 1_000; i++) {
        const path = `../${random.text(nastyNames, 5)}x.png`;
        const alt = random.text(nastyText, 8);
        const {
          before,
          alt: words,
          after,
        } = style.write({ target: { type: 'path', path }, alt, width: 640, height: 480 });
        const link = before + words + after;
        const text = around(link);
        assert.ok(!/[\r\n]/u.test(link), link);
        const [found, ...others] = style.find(text);
        assert.deepEqual(others, [], text);
        assert.deepEqual({ path: found?.path, alt: found?.alt }, { path, alt: oneLine(alt) }, text);
        assert.equal(
          text.slice(found?.targetStart, found?.targetEnd),
          style.writeTarget({ type: 'path', path }).replace(/^<|>$/gu, ''),
          text,
        );
        assert.equal(words, style.writeAlt(alt));
      }
    });

    it(`find in ${language} in time that grows with the text and no faster`, function () {
      this.timeout(120_000);
      for (const unit of hostile) {
        const text = around(`<img src="x.png">![a](b.png)\n\n${unit.repeat(100_000)}`);
        const time = processorTime(() => style.find(text));
        assert.ok(time < 1_500, `${JSON.stringify(unit)} takes ${time} ms`);
      }
    });
  }
});
