import assert from 'node:assert/strict';
import { markdown } from '../../../../../src/core/links/markdown/markdown.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';
import { headingsSeen, imagesSeen } from '../imagesSeen.ts';
import { processorTime } from '../processorTime.ts';

const lines: readonly string[] = [
  ...['', '', '', 'text', 'text ![a](b.png) text', '![c](d.png)', '![e', 'f](g.png)', '![h](', '<i.png>', '"title")'],
  ...['![r]', '![r][]', '![alt][r]', '![x][R', 's]', '[![n](o.png)](p)', '[q ![r] z](u)', '![m ![n](o.png)](p.png)'],
  ...['[r]: ref.png', '[r]:', 'ref2.png', "[R s]: <a b.png> 'title'", '[t]: t.png "open', 'close"', '![t]', '[r]: x y'],
  ...['# h ![a](h.png) #', '## ![r]', '===', '---', '- - -', '***', '#', '####### x', '-', '*', '+'],
  ...['    ![code](no.png)', '     text', '\t![tab](tab.png)', ' \t![t](t.png)', '   ![three](3.png)', '  two'],
  ...['```', '~~~', '```js', '````', '   ```', '``` `', '`', '``', '`![no](no.png)`', 'a ` b', '\\`', '\\![r]'],
  ...[
    '- ![l](l.png)',
    '- a',
    '* b',
    '1. c ![o](o.png)',
    '2) d',
    '10. e',
    '-\t![tab](tab.png)',
    '-     code',
    '1.',
    '+ f',
  ],
  ...['> ![q](q.png)', '> a', '>', '> > b', '>![q](q2.png)', '> - c', '- > d', '>     e', '> ```', '>\t![t](t.png)'],
  ...[
    '<div>',
    '</div>',
    '<p>![no](no.png)',
    '<b>![in](in.png)</b>',
    '<img src="h.png">',
    '<img',
    'src="i.png">',
    '<!--',
  ],
  ...[
    '-->',
    '<!-- c -->',
    '<?php',
    '?>',
    '<!X',
    '<![CDATA[',
    ']]>',
    '<pre>',
    '</pre>',
    "<x y='![no](no.png)'>",
    "<x y='",
  ],
  ...["'> z", '<https://x.y/![no](no.png)>', '<a@b.c>', '[a]: <', '[', ']', '![', '](z.png)', '(v.png)', '[w](w', 'w)'],
];
const indents: readonly string[] = ['', '', '', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '  > ', '- ', '      '];

describe('image links of a Markdown document', () => {
  it('are the same that a CommonMark parser sees, in documents of anything', function () {
    this.timeout(60_000);
    const random = pseudoRandom(41);
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: 1 + random.below(9) }, () => random.pick(indents) + random.pick(lines)).join(
        random.pick(['\n', '\n', '\n', '\r\n', '\r']),
      );
      const expected = imagesSeen(text).filter(({ target }) => target !== '');
      const found = markdown.find(text);
      assert.deepEqual(
        found.map(({ target }) => encodeURI(target)),
        expected.map(({ target }) => target),
        JSON.stringify(text),
      );
      for (const { start, end, target, targetStart, targetEnd } of found) {
        assert.match(text.slice(start, end), /^!\[[^]*[)\]]$|^<img[^]*>$/u, JSON.stringify(text));
        assert.equal(text.slice(targetStart, targetEnd), target, JSON.stringify(text));
      }
    }
  });

  const documents: readonly [what: string, text: string, found: readonly string[]][] = [
    ['over lines', '![a\nb](\n<c d.png>\n"t")', ['a b | c d.png | t']],
    ['in a quotation over lines', '> ![a\n> b](c.png\n> "t\n> u")', ['a b | c.png | t u']],
    ['by reference', '![a][R] ![r][] ![r]\n\n[r]: b.png "t"', ['a | b.png | t', 'r | b.png | t', 'r | b.png | t']],
    ['by a reference that nobody defines', '![a][r]', []],
    ['with marks in its words', '![A **red** `fox` [by](x) ![z](y)](b.png)', ['A red fox by z | b.png | ']],
    ['in a table with code', '| a | b |\n|--|--|\n| ` | ![a](b.png) |\n| ` | c |', ['a | b.png | ']],
    ['in a footnote', '[^1]: ![a](b.png)', ['a | b.png | ']],
    ['beside a line break of Windows', 'x\r\n\r\n![a](b.png)\r\n', ['a | b.png | ']],
    ['in a tag over lines', 'x <img\n  alt="a"\n  title="t"\n  src="b.png"\n/> y', ['a | b.png | t']],
    [
      'in a block of HTML',
      '<p align="center">\n  <img src="b.png"\n   alt="a">\n</p>\n![c](d.png)\n\n![e](f.png)',
      ['a | b.png | ', 'e | f.png | '],
    ],
    [
      'in a figure',
      '<figure>\n<img src="b.png" alt="a">\n<figcaption>The <b>t</b></figcaption>\n</figure>',
      ['a | b.png | The t'],
    ],
    [
      'offered in other sizes',
      '<picture>\n<source srcset="c.png">\n<img src="b.png">\n</picture>',
      [' | c.png | ', ' | b.png | '],
    ],
    ['in what is no text', '<!--\n\n![a](b.png)\n\n<img src="c.png">\n-->\n<script>\nx="<img src=a>"\n</script>', []],
    ['in code', '```\n![a](b.png)\n```\n\n    ![a](b.png)\n\n`![a](b.png)\n![a](b.png)`', []],
    ['in nothing but a heading', '![a](b.png)\n===', ['a | b.png | ']],
    [
      'with a style of JSX',
      '<img style={{"max-height": "9px" }} src="a.png"/>\n\nx <img style={{ a: 1 }} src="b.png"/>',
      [' | a.png | ', ' | b.png | '],
    ],
    ['with a style of JSX in a block', '<p>\n<img src="a.png" style={{float: \'left\'}} />\n</p>', [' | a.png | ']],
    [
      'with a style of JSX in cells',
      '|a|b|\n|-|-|\n|<img style={{"a": 1}} src="a.png">|<img style={{a: 1}} src="b.png">|',
      [' | a.png | ', ' | b.png | '],
    ],
    ['filled in by a program in a tag', '<img src={{url}} style={{a: 1}}>', [' | undefined | ']],
    [
      'in a shortcode of Hugo',
      '- {{< figure src="a b.png" alt="a" caption="The &amp; t" >}}\n\n{{< img\n src=c.png />}}',
      ['a | a b.png | The & t', ' | c.png | '],
    ],
    [
      'in a shortcode that is shown',
      '`{{< figure src="a.png" >}}` {{</* figure src="b.png" */>}}\n\n```\n{{< figure src="c.png" >}}\n```',
      [],
    ],
    ['in a shortcode that fills in', '{{< figure src="{{ .x }}/a.png" >}} {{< figure alt="x" >}}', [' | undefined | ']],
    ['in a shortcode whose end looks like a quotation', '{{< img\n  src="a.png"\n  alt="a"\n>}}', ['a | a.png | ']],
    [
      'in admonitions of Python-Markdown',
      '!!! note "Title"\n\n    ![a](a.png)\n\n???+ tip\n    ![b](b.png)\n\n        ![code](no.png)',
      ['a | a.png | ', 'b | b.png | '],
    ],
    [
      'in tabs within a list',
      '- x\n\n    === "One"\n\n        [![a]][a]\n\n    === "Two"\n\n        ![b](b.png)\n\n[a]: a.png\n',
      ['a | a.png | ', 'b | b.png | '],
    ],
    ['in a definition', 'Term\n\n:   Words\n\n    ![a](a.png)\n\nText\n\n    ![code](no.png)', ['a | a.png | ']],
    [
      'in tags that say so',
      '<figure markdown="span">\n  ![a](a.png)\n</figure>\n\n<p>\n![b](no.png)\n</p>',
      ['a | a.png | '],
    ],
    [
      'in a directive of MyST',
      'Text\n```{figure} img/a.png\n:alt: An a\n:width: 300px\n\nThe *caption*\nof it.\n```\n\n:::{image} ../b.png\n:::',
      ['An a | img/a.png | The caption of it.', ' | ../b.png | '],
    ],
    [
      'in a directive of MyST with options in YAML',
      '```{figure} a.png\n---\nalt: "An a"\n---\nCaption\n```',
      ['An a | a.png | Caption'],
    ],
    [
      'in directives within directives',
      '````{prf:example}\n```{tab-item} One\n![a](a.png)\n```\n```{code-block} md\n![b](no.png)\n```\n````\n![c](c.png)',
      ['a | a.png | ', 'c | c.png | '],
    ],
    [
      'in directives within lists and admonitions',
      '1.  x\n\n    ```{note} Title\n    :class: tip\n\n    ![a](a.png)\n    ```\n\n    ![b](b.png)\n\n!!! note\n\n    - ````{tip}\n      ```{figure} c.png\n      ```\n\n      ![d](d.png)\n\n          ![code](no.png)\n      ````\n',
      ['a | a.png | ', 'b | b.png | ', ' | c.png | ', 'd | d.png | '],
    ],
    [
      'in directives that say somewhere else where their images are',
      '> ~~~{note}\n> ![a][x] ![][y]\n> ```{dropdown} Y\n> [y]: y.png\n> ```\n\n[x]: x.png',
      ['a | x.png | ', ' | y.png | '],
    ],
    [
      'in a directive that is indented, and behind one that a list ends',
      '- a\n\n   ```{note}\n   ![a](a.png)\n   ```\n\n- ```{note}\n  ![b](b.png)\n\n![c](c.png)\n\n  ```\n![d](no.png)\n  ```',
      ['a | a.png | ', 'b | b.png | ', 'c | c.png | '],
    ],
    ['in chunks of R, which only some documents have', '```{r}\nknitr::include_graphics("no.png")\n```', []],
    [
      'where Obsidian embeds a file by its name',
      '![[a.png]] ![[b.png|300]] ![[img/c.png#x|alias]]\n\n[^1]: ![[f.png]]',
      [],
    ],
    ['filled in by a program', '![a]({{page.url}}/b.png) ![c]({{ x | y }})', ['a | undefined | ', 'c | undefined | ']],
    [
      'behind what stands for the site',
      '![a]({{ site.baseurl }}/a.png "t") ![b]({{ "/b.png" | relative_url }}) ![c]({{site.url}}{{site.baseurl}}/c%20d.png)\n<img src="{{ \'img/e.png\' | absolute_url }}"> ![f]({% link f.png %})',
      ['a | /a.png | t', 'b | /b.png | ', 'c | /c d.png | ', ' | /img/e.png | ', 'f | /f.png | '],
    ],
    [
      'behind what stands for the site, between the same quotes',
      `x <img alt="a" src="{{ "/a.png" | relURL }}"> <img src='{{ '/b.png' | relative_url }}' alt='b'>\n\n<p><img src="{{ "c.png" | absURL }}" alt="c"></p>`,
      ['a | /a.png | ', 'b | /b.png | ', 'c | /c.png | '],
    ],
    [
      'in HTML that Sphinx and pandoc pass on',
      '```{raw} html\n<figure>\n<img src="a.png"\n  alt="a">\n```\n\n- ```{=html}\n  <img src="b.png" alt="b">\n  ```\n\n```{raw} latex\n<img src="c.png">\n```\n\n```html\n<img src="d.png">\n```',
      ['a | a.png | ', 'b | b.png | '],
    ],
    [
      'in shortcodes within HTML',
      '<div class="x">\n{{< row >}}\n{{% card %}}\n![a](/a.png)\n{{% /card %}}\n</div>\n\n<div>\n![b](/b.png)\n</div>',
      ['a | /a.png | '],
    ],
    [
      'in includes of Jekyll’s themes',
      '{% include figure image_path="/img/a.png" alt="a" caption="A *b*" %}\n\n<div>\n{% include figure.liquid loading="eager" path="img/b.jpg" alt=\'b\' width="30" height="20" %}\n</div>\n\nx {% include image.html src="c.png" %} `{% include image.html src="d.png" %}`\n\n{% include toc.html icon="e.png" %} {% include figure path=page.x %}',
      ['a | /img/a.png | A *b*', 'b | /img/b.jpg | ', ' | /c.png | '],
    ],
    [
      'in Docusaurus’ pictures for light and dark',
      `<ThemedImage\n  alt="a"\n  sources={{\n    light: useBaseUrl('img/b.png'),\n    dark: '/img/c.png',\n  }}\n/>\n\nx <Other sources={{ light: "/d.png" }} />`,
      ['a | /img/b.png | ', 'a | /img/c.png | '],
    ],
    [
      'in what components call a picture, if it looks like a path',
      '<Card\n  title="A"\n  img="/img/a.png"\n/>\n\nx <Card image="./b.png" cover="no.png" icon="/c.png" />',
      [' | /img/a.png | A', ' | ./b.png | '],
    ],
    [
      'in components that show a picture',
      '<Screenshot\n  alt="a"\n  src="img/a.webp"\n  width={700}\n/>\n\nx <Zoom src="/b.png" alt="b" /> <Card src="c.png" /> <Card image="d.png" alt="d" /> <video src="e.png" alt="e">',
      ['a | img/a.webp | ', 'b | /b.png | '],
    ],
  ];
  for (const [what, text, found] of documents) {
    it(`are right ${what}`, () => {
      assert.deepEqual(
        markdown.find(text).map(({ alt, path, caption = '' }) => `${alt} | ${path} | ${caption}`),
        found,
      );
    });
  }

  it('in shortcodes know where they stand, and where else to look', () => {
    const text = '> x\n> {{< figure width="640" src="img/a.png" >}}';
    const [link] = markdown.find(text);
    assert.equal(text.slice(link?.targetStart, link?.targetEnd), 'img/a.png');
    assert.equal(text.slice(link?.start, link?.end), '{{< figure width="640" src="img/a.png" >}}');
    assert.deepEqual([link?.width, link?.otherPaths], [640, ['/img/a.png']]);
  });

  it('in directives know where they stand', () => {
    const text = '> x\n\n````{note}\r\n```{figure} a b.png\r\n```\r\n\r\n![c](<c d.png>)\r\n````\n';
    assert.deepEqual(
      markdown.find(text).map(({ targetStart, targetEnd }) => text.slice(targetStart, targetEnd)),
      ['a b.png', 'c d.png'],
    );
  });

  it('in directives and tabs that never end take no long time', () => {
    for (const line of [
      '- ```{figure} a.png x\n',
      '- ```{note}\n',
      '```{note}\n',
      '> ~~~{note}\n> ~~~\n',
      ':::{figure} x\n',
      '=== "a"\n',
      '    !!! a\n',
      ': a\n',
    ]) {
      const milliseconds = processorTime(() => markdown.find(line.repeat(20_000) + '![a](a.png)'));
      assert.ok(milliseconds < 3_000, `${line}: ${milliseconds}`);
      const closed = processorTime(() => markdown.find(`${line.repeat(20_000)}\n:::\n\n![a](a.png)`));
      assert.ok(closed < 3_000, `${line} closed: ${closed}`);
    }
    const nested = Array.from({ length: 300 }, (_, index) => `${'`'.repeat(303 - index)}{note}\n`).join('');
    assert.deepEqual(markdown.find(nested + '![a](a.png)'), []);
  });

  it('behind what stands for the site know where they stand', () => {
    const text = '> ![a]({{ site.baseurl }}/a.png) <img src="{{ \'img/e.png\' | relative_url }}">';
    assert.deepEqual(
      markdown.find(text).map(({ targetStart, targetEnd }) => text.slice(targetStart, targetEnd)),
      ['/a.png', 'img/e.png'],
    );
  });

  it('in HTML that Sphinx passes on are not missing where Sphinx makes them', () => {
    const [made, kept] = markdown.find('```{raw} html\n<img src="../_images/a.png"><img src="_static/b.png">\n```');
    assert.deepEqual([made?.isOutput, kept?.isOutput], [true, undefined]);
  });

  it('in shortcodes that never end take no long time', () => {
    const text = '{{< figure src="a'.repeat(20_000) + '{{< figure '.repeat(20_000) + ' '.repeat(100_000);
    assert.deepEqual(markdown.find(text), []);
  });

  it('by reference have their target in the definition', () => {
    const text = '![a][r] and ![r]\n\n> [r]: <b&amp;c d.png>';
    for (const { targetStart, targetEnd, path } of markdown.find(text)) {
      assert.equal(text.slice(targetStart, targetEnd), 'b&amp;c d.png');
      assert.equal(path, 'b&c d.png');
    }
  });

  it('say how large they are, in HTML', () => {
    const sizes = markdown.find('<img src="a.png" width="640" height=480px> <img src="b.png" width="50%">');
    assert.deepEqual(
      sizes.map(({ width, height }) => [width, height]),
      [
        [640, 480],
        [undefined, undefined],
      ],
    );
  });

  it('are looked for in time that grows with the document and no faster', function () {
    this.timeout(120_000);
    for (const unit of hostile) {
      const text = `![a](b.png)\n\n${unit.repeat(100_000)}`;
      const time = processorTime(() => {
        markdown.find(text);
        markdown.headings?.(text);
      });
      assert.ok(time < 1_500, `${JSON.stringify(unit)} takes ${time} ms`);
    }
    const nested = `${'- '.repeat(50_000)}![a](b.png)${'\n'.repeat(50_000)}`;
    assert.ok(processorTime(() => markdown.find(nested)) < 1_500, 'lists in lists');
  });
});

const hostile: readonly string[] = [
  ...['[', '![', '![[', ']', '`', '`` ` ', '<', '<!--', '<!--\n', '<?', '<![CDATA[', '<!X', '<a ', '<a b="', "<a b='"],
  ...['<a x="<a y=z" ', '<img src="', '<img src=a\n', '> ', '>\n', '- ', '- a\n', '* ', '1. ', '[a]: ', '[a]: b\n'],
  ...['[a]: b "', "[a]: b\n'", '[a', '![a][', '![a][b', '![a](', '![a](<', '![a](b "', '(', '|', '|-', 'a|b\n-|-\n'],
  ...['---\n', '#', '# a #', '~~~', '~', '```\n', '\\', '&', '*', '_a', '<h1>', '<figure>', '<figcaption>', '<script>'],
  ...[
    '\t',
    '\r',
    '\t- a\n',
    '<pre>\n',
    '<x y z',
    '<a@',
    '<a:',
    '[a]\n===\n',
    '[a]: b\n---\n',
    '![](',
    '![a]()[',
    '</figure>',
  ],
];

describe('headings of a Markdown document', () => {
  it('are the same that a CommonMark parser sees', function () {
    this.timeout(30_000);
    const random = pseudoRandom(42);
    const words = [
      '# a',
      '## b `c` *d* ##',
      'e',
      'f\ng',
      '===',
      '---',
      '',
      '',
      '```',
      '    # no',
      '> # h',
      '- # i',
      '> j',
      '- k',
      '#l',
    ];
    for (let i = 0; i < 5_000; i++) {
      const text = Array.from({ length: 1 + random.below(8) }, () => random.pick(words)).join('\n');
      // What begins a document and looks like front matter is none of CommonMark's business.
      const whole = `x\n\n${text}`;
      assert.deepEqual(
        markdown.headings?.(whole).map((heading) => heading.text),
        headingsSeen(whole),
        JSON.stringify(whole),
      );
    }
  });

  it('tell where they stand, and may be HTML', () => {
    const text = '---\ntitle: t\n---\n# A {#id}\n\n> B\n> c\n> ===\n\n<h1 align="center">\n  D &amp; <b>e</b>\n</h1>\n';
    assert.deepEqual(
      markdown.headings?.(text).map(({ start, text: words }) => `${words}: ${text.slice(start, start + 2)}`),
      ['A: A ', 'B c: B\n', 'D & e: <h'],
    );
  });
});
