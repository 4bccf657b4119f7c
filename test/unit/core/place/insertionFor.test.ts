import assert from 'node:assert/strict';
import { Parser, XmlRenderer } from 'commonmark';
import { insertionFor, type InsertionRequest } from '../../../../src/core/place/insertionFor.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

const link = '![a fox](a.png)';

// `‸` is where the cursor is or, in pairs, what is selected.
describe('a link below what it was made from', () => {
  const examples: readonly [what: string, before: string, after: string][] = [
    ['a paragraph', 'A fo‸x\nin snow\n\nNext', `A fox\nin snow\n\n${link}\n\nNext`],
    ['the last line of a file', 'A fo‸x', `A fox\n\n${link}`],
    ['the last line of a file with a line break', 'A fo‸x\n', `A fox\n\n${link}\n`],
    ['an empty file', '‸', link],
    ['a blank line between paragraphs', 'a\n‸\nb', `a\n\n${link}\n\nb`],
    ['a heading', '# A fo‸x\ntext', `# A fox\n\n${link}\n\ntext`],
    ['an underlined heading', 'A fo‸x\n---\ntext', `A fox\n---\n\n${link}\n\ntext`],
    ['a paragraph in front of a heading', 'A fo‸x\n# Next', `A fox\n\n${link}\n\n# Next`],
    ['a selection that ends in front of the next line', '‸A fox\n‸b', `A fox\nb\n\n${link}`],
    ['a list item', '- a fo‸x\n- b', `- a fox\n\n  ${link}\n\n- b`],
    ['a numbered item', '10. a fo‸x\n11. b', `10. a fox\n\n    ${link}\n\n11. b`],
    ['a task', '- [ ] a fo‸x', `- [ ] a fox\n\n  ${link}`],
    ['a nested item', '- a\n  - b fo‸x\n- c', `- a\n  - b fox\n\n    ${link}\n\n- c`],
    ['a later paragraph of an item', '- a\n\n  b fo‸x\n- c', `- a\n\n  b fox\n\n  ${link}\n\n- c`],
    ['an item with a tab', '-\ta fo‸x', `-\ta fox\n\n \t${link}`],
    ['a paragraph after a list', '- a\n\nb fo‸x', `- a\n\nb fox\n\n${link}`],
    ['a quotation', '> a fo‸x\n> b\n\nc', `> a fox\n> b\n>\n> ${link}\n\nc`],
    ['the first paragraph of a quotation', '> a fo‸x\n>\n> b', `> a fox\n>\n> ${link}\n>\n> b`],
    ['a list in a quotation', '> - a fo‸x\n> - b', `> - a fox\n>\n>   ${link}\n>\n> - b`],
    ['a table', '| a |\n|---|\n| fo‸x |\n| b |\n\nc', `| a |\n|---|\n| fox |\n| b |\n\n${link}\n\nc`],
    ['a code fence', 'a\n```js\nfo‸x\n\n\n```\nb', `a\n\`\`\`js\nfox\n\n\n\`\`\`\n\n${link}\n\nb`],
    ['a fence in an item', '- ```\n  fo‸x\n  ```\n- b', `- \`\`\`\n  fox\n  \`\`\`\n\n  ${link}\n\n- b`],
    ['a fence that never ends', 'a\n```\nfo‸x', `a\n\n${link}\n\n\`\`\`\nfox`],
    ['front matter', '---\ntitle: a fo‸x\n---\nText', `---\ntitle: a fox\n---\n\n${link}\n\nText`],
    ['a comment', '<!-- a\n\nfo‸x -->\nb', `<!-- a\n\nfox -->\n\n${link}\n\nb`],
    ['a paragraph with another beneath a rule', 'a fo‸x\n\n---\nb', `a fox\n\n${link}\n\n---\nb`],
  ];
  for (const [what, before, after] of examples) {
    it(`stands in its own paragraph after ${what}`, () => assert.equal(inserted('below', 'markdown', before), after));
  }

  it('keeps the line breaks of the document', () => {
    assert.equal(inserted('below', 'markdown', 'a fo‸x\r\nb\r\n\r\nc'), `a fox\r\nb\r\n\r\n${link}\r\n\r\nc`);
    assert.equal(inserted('below', 'html', '  <p>fo‸x</p>\r\n'), `  <p>fox</p>\r\n  ${link}\r\n`);
  });

  it('is a paragraph to a CommonMark parser and changes nothing else, in documents of anything', () => {
    const random = pseudoRandom(31);
    const parts = [
      ...[
        'fox',
        'den',
        '',
        '',
        '',
        '# h',
        '- a',
        '  - b',
        '    c',
        '   d',
        '* e',
        '1. f',
        '2. g',
        '10) h',
        '> i',
        '> > j',
      ],
      ...[
        '>',
        '> - k',
        '>   l',
        '- > m',
        '---',
        'x\n===',
        '<!-- n -->',
        '<pre>\no\n\n</pre>',
        '<div>\ny\n</div>\n',
        '| p | q |',
      ],
      ...['-\tr', '1986. s', '- - t', '  u', '- [ ] v', '\\', '- # w', '```js\nx\n\n```', '> ~~~js\n> y\n> ~~~'],
      ...['- ```js\n  z\n  ```', '> unclosed\n> ```js\n\n', '[a]: b'],
    ];
    for (let i = 0; i < 3_000; i++) {
      const lines = Array.from({ length: 1 + random.below(7) }, () => random.pick(parts))
        .join('\n')
        .split('\n');
      const line = random.below(lines.length);
      // Front matter and the middle of a list, where a blank line is, mean something else to a parser.
      if (lines[0] === '---' || lines[line] === '') continue;
      const marked = lines.map((text, at) => (at === line ? `${text}‸` : text)).join('\n');
      // Indented code ends at a blank line or not, depending on what follows.
      if (structure(marked.replace('‸', '')).includes('<code_block>')) continue;
      const result = inserted('below', 'markdown', marked);
      const about = JSON.stringify({ marked, result });
      assert.equal(withoutLink(result, about), structure(marked.replace('‸', '')), about);
    }
  });

  it('takes the next line behind code and styles in Svelte, Vue and Astro, and any next line in JSX', () => {
    assert.equal(
      inserted('below', 'svelte', '<script>\n// fo‸x\n</script>\n<p>'),
      `<script>\n// fox\n</script>\n${link}\n<p>`,
    );
    assert.equal(inserted('below', 'vue', '<b\n a="fo‸x"\n>'), `<b\n a="fox"\n>\n${link}`);
    assert.equal(inserted('below', 'astro', '---\n// fo‸x\n---\n<p>'), `---\n// fox\n---\n${link}\n<p>`);
    assert.equal(inserted('below', 'typescriptreact', '  {/* fo‸x */}\n  <p>'), `  {/* fox */}\n  ${link}\n  <p>`);
  });

  it('is a paragraph of its own in what is like Markdown', () => {
    for (const language of ['mdx', 'quarto', 'rmd'])
      assert.equal(inserted('below', language, '- a fo‸x\n- b'), `- a fox\n\n  ${link}\n\n- b`);
  });

  const sheets: readonly [before: string, after: string][] = [
    ['.a {\n  /* fo‸x */\n  color: red;\n}', `.a {\n  /* fox */\n  ${link}\n  color: red;\n}`],
    ['/* fo‸x */\n.a {\n    color: red;\n}', `/* fox */\n.a {\n    ${link}\n    color: red;\n}`],
    ['/* fo‸x\n */\n.a,\n.b {\n}', `/* fox\n */\n.a,\n.b {\n  ${link}\n}`],
    ['.a {\n  margin: fo‸x\n    1px;\n}', `.a {\n  margin: fox\n    1px;\n  ${link.replace(/^/u, '  ')}\n}`],
    ['@media print {\n  /* fo‸x */\n  .a {\n  }\n}', `@media print {\n  /* fox */\n  .a {\n    ${link}\n  }\n}`],
    ["// fo‸x; { it's\n.a {\n\tb: url(//c/d);\n}", `// fox; { it's\n.a {\n\t${link}\n\tb: url(//c/d);\n}`],
    ['.a { }\n/* fo‸x */', `.a { }\n/* fox */\n.image {\n  ${link}\n}`],
  ];
  for (const [before, after] of sheets) {
    it(`is a declaration of a rule in ${JSON.stringify(before)}`, () =>
      assert.equal(inserted('below', 'scss', before), after));
  }

  it('takes the next line in HTML, outside of tags and of what shows no pictures', () => {
    const cases: readonly [string, string][] = [
      ['<div>\n  <p>fo‸x</p>\n</div>', `<div>\n  <p>fox</p>\n  ${link}\n</div>`],
      ['<p>fo‸x', `<p>fox\n${link}`],
      ['<p\n  title="fo‸x"\n  class="y">z</p>\n', `<p\n  title="fox"\n  class="y">z</p>\n  ${link}\n`],
      ['<!-- fo‸x\n-->\n<p>', `<!-- fox\n-->\n${link}\n<p>`],
      [
        '<head>\n<title>fo‸x</title>\n</head>\n<body>\n</body>',
        `<head>\n<title>fox</title>\n</head>\n<body>\n${link}\n</body>`,
      ],
      ['<script>\n// fo‸x\n</script>\n', `<script>\n// fox\n</script>\n${link}\n`],
    ];
    for (const [before, after] of cases) assert.equal(inserted('below', 'html', before), after);
  });

  it('goes below a table of HTML, or into the cell that is still open', () => {
    const cases: readonly [before: string, after: string][] = [
      ['<table>\n<tr><td>fo‸x</td></tr>\n<tr><td>\nb</td></tr>\n</table>\nend\n', `…</table>\n${link}\nend\n`],
      [
        '<table><tbody>\n  <tr>\n  <td>fo‸x\n  <td>b\n</tbody>\n</table>\n',
        `…  <td>fox\n  ${link}\n  <td>b\n</tbody>\n</table>\n`,
      ],
      ['<table>\n<tr>\n<td>a</td> fo‸x\n<td>\nb</td>\n</table>', `…</table>\n${link}`],
      ['<td>\n<table>\n<tr><td>fo‸x</td></tr>\n</table>\n</td>\n', `…</table>\n${link}\n</td>\n`],
      ['<table>\n<tr><td>fo‸x</td></tr>\n', `…<tr><td>fox</td></tr>\n${link}\n`],
      ['<script>"<table>"</script>\n<p>fo‸x\n', `…<p>fox\n${link}\n`],
    ];
    for (const [before, after] of cases) {
      const [start = '', end = ''] = after.split('…');
      const whole = inserted('below', 'html', before);
      assert.ok(whole.startsWith(start) && whole.endsWith(end), whole);
    }
  });

  it('takes the next line with the same indentation elsewhere', () => {
    assert.equal(inserted('below', 'textile', '  A fo‸x\nb'), `  A fox\n  ${link}\nb`);
  });
});

describe('a link in place of what it was made from', () => {
  const examples: readonly [what: string, before: string, after: string][] = [
    ['words', 'see ‸a fox‸ there', `see ${link} there`],
    ['a line', '‸a fox‸\nb', `${link}\nb`],
    ['a line with its line break', '‸a fox\n‸b', `${link}\nb`],
    ['an item, whose mark stays', '‸- a fox‸\n- b', `- ${link}\n- b`],
    ['a task', '  ‸- [x] a fox‸', `  - [x] ${link}`],
    ['a quotation', '‸> a fox\n> b‸', `> ${link}`],
    ['a heading', '‸## a fox‸', `## ${link}`],
    ['several lines', 'a ‸b\nc\n\n‸d', `a ${link}\n\nd`],
    ['nothing', 'a ‸ b', `a ${link} b`],
  ];
  for (const [what, before, after] of examples) {
    it(`replaces ${what}`, () => assert.equal(inserted('replace', 'markdown', before), after));
  }

  it('keeps the indentation in HTML', () => {
    assert.equal(inserted('replace', 'html', '<p>\n‸  a fox\n‸</p>'), `<p>\n  ${link}\n</p>`);
  });
});

describe('a link at the cursor', () => {
  it('stands exactly there', () => {
    assert.equal(inserted('cursor', 'markdown', 'a ‸b'), `a ${link}b`);
    assert.equal(inserted('cursor', 'markdown', '‸a fox‸ b'), `a fox${link} b`);
  });

  it('is not escaped by what stands in front of it', () => {
    assert.equal(inserted('cursor', 'markdown', 'a\\‸b'), `a\\ ${link}b`);
    assert.equal(inserted('cursor', 'markdown', 'a\\\\‸b'), `a\\\\${link}b`);
  });
});

function inserted(position: InsertionRequest['position'], languageId: string, marked: string): string {
  const eol = marked.includes('\r\n') ? '\r\n' : '\n';
  const marks = [...marked.matchAll(/‸/gu)].map(({ index }) => index);
  const text = marked.replaceAll('‸', '');
  const offsets = marks.map((mark, i) => mark - i);
  const at = (offset: number): { line: number; character: number } => {
    const before = text.slice(0, offset).split(eol);
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const [start = 0, end = start] = offsets;
  const rows = text.split(eol);
  const lines = { count: rows.length, lineAt: (i: number) => rows[i] ?? assert.fail(`no line ${i}`) };
  const range = { start: at(start), end: at(end) };
  const insertion = insertionFor({ position, range, lines, languageId, eol });
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    rows.slice(0, line).join(eol).length + (line > 0 ? eol.length : 0) + character;
  const [from, to] = [offsetOf(insertion.range.start), offsetOf(insertion.range.end)];
  return text.slice(0, from) + insertion.before + link + insertion.after + text.slice(to);
}

/** The document as a parser sees it, without what a blank line more changes: whether a list is loose. */
function structure(text: string): string {
  return new XmlRenderer().render(new Parser().parse(text)).replaceAll(/ tight="\w+"/gu, '');
}

/** The same without the paragraph of the link, which must be there. */
function withoutLink(text: string, about: string): string {
  const document = new Parser().parse(text);
  const walker = document.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node } = event;
    if (node.type !== 'image' || node.destination !== 'a.png') continue;
    const paragraph = node.parent;
    assert.ok(paragraph?.type === 'paragraph' && paragraph.firstChild === node && paragraph.lastChild === node, about);
    paragraph.unlink();
    return new XmlRenderer().render(document).replaceAll(/ tight="\w+"/gu, '');
  }
  return assert.fail(`no link: ${about}`);
}
