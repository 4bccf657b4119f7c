import assert from 'node:assert/strict';
import { quarto } from '../../../../../src/core/links/markdown/quarto.ts';
import { processorTime } from '../processorTime.ts';

describe('image links of Quarto and R Markdown', () => {
  const documents: readonly [what: string, text: string, found: readonly string[]][] = [
    ['a chunk', '```{r}\nknitr::include_graphics("img/a.png")\n```', ['img/a.png |  | ']],
    [
      'a chunk that says what it shows',
      "```{r fox, fig.cap=\"The fox\", fig.alt='A fox'}\ninclude_graphics(path = 'a.png', dpi = 270)\n```",
      ['a.png | A fox | The fox'],
    ],
    [
      'a chunk that says it below',
      'Text\n```{r}\n#| label: x\n#| fig-cap: "The fox"\n#| fig-alt: A fox, red\nknitr::include_graphics("a.png")\n```\n',
      ['a.png | A fox, red | The fox'],
    ],
    [
      'several in one call',
      "```{r}\ninclude_graphics(c('a.png', \"b.png\"), dpi = NA)\ninclude_graphics(rep('c.png', 3))\n```",
      ['a.png |  | ', 'b.png |  | ', 'c.png |  | '],
    ],
    [
      'nothing but what is written out',
      '```{r}\ninclude_graphics(paste0("a", ".png"))\ninclude_graphics(file)\ninclude_graphics("a.png" %>% f())\n```',
      [],
    ],
    ['no comments and strings', '```{r}\n# include_graphics("a.png")\nx <- "# include_graphics(\'b.png\')"\n```', []],
    ['no chunk that is only shown', '```{r, eval=FALSE}\ninclude_graphics("a.png")\n```', []],
    [
      'a chunk that only speaks of being shown',
      '```{r, fig.cap="with eval=FALSE"}\ninclude_graphics("a.png")\n```',
      ['a.png |  | with eval=FALSE'],
    ],
    ['no chunk that is only shown, either', '```{r}\n#| eval: false\ninclude_graphics("a.png")\n```', []],
    ['no other language', '```{python}\ninclude_graphics("a.png")\n```\n\n```r\ninclude_graphics("b.png")\n```', []],
    [
      'no path of the disk',
      '```{r}\ninclude_graphics("/a.png")\ninclude_graphics("~/b.png")\n```',
      ['undefined |  | ', 'undefined |  | '],
    ],
    ['a URL', '```{r}\ninclude_graphics("https://a.example/b.png")\n```', ['undefined |  | ']],
    [
      'Markdown between tags',
      '<a href="x">\n![a](a.png){width=7}A\n</a>\n\n<pre>\n![b](b.png)\n</pre>',
      ['a.png | a | '],
    ],
    ['what is commented out', '<!--\n![a](a.png)\n\n![b](b.png)\n-->', []],
  ];
  for (const [what, text, found] of documents) {
    it(`are found: ${what}`, () => {
      const links = quarto.find(text);
      assert.deepEqual(
        links.map(({ path, alt, caption = '' }) => `${path} | ${alt} | ${caption}`),
        found,
      );
      for (const { target, targetStart, targetEnd } of links) assert.equal(text.slice(targetStart, targetEnd), target);
    });
  }

  it('are outputs where the code of any chunk names the file once more', () => {
    const text = [
      '---\nimage: "cover.png"\n---\n<img src="shown.png"> It\'s "quoted.png".',
      '```{python}\nplt.savefig("python.png")\n```',
      '```{r}\nggsave("saved.png") # "comment.png"\ninclude_graphics("saved.png")\n```',
      ...['cover', 'shown', 'quoted', 'python', 'comment', 'later'].map(
        (name) => `> \`\`\`{r}\n> include_graphics(c('${name}.png', "saved.png"))\n> \`\`\``,
      ),
      "~~~{r}\npng('later.png')\n~~~",
    ].join('\n\n');
    const found = quarto.find(text).filter(({ start }) => text.startsWith('include', start));
    const names = (isOutput: boolean): readonly string[] => [
      ...new Set(found.filter((link) => (link.isOutput ?? false) === isOutput).map(({ target }) => target)),
    ];
    assert.deepEqual(names(true), ['saved.png', 'python.png', 'later.png']);
    assert.deepEqual(names(false), ['cover.png', 'shown.png', 'quoted.png', 'comment.png']);
  });

  it('may be in the folder where the project is run', () => {
    const [link] = quarto.find('```{r}\ninclude_graphics("a.png")\n```');
    assert.deepEqual(link?.otherPaths, ['/a.png']);
  });

  it('take no long time in chunks that never end', () => {
    const chunks = '- ```{r}\ninclude_graphics("a.png"\n'.repeat(20_000);
    const calls = `\`\`\`{r}\n${'include_graphics(c("a.png" '.repeat(20_000)}`;
    for (const text of [chunks, calls]) {
      const milliseconds = processorTime(() => assert.deepEqual(quarto.find(text), []));
      assert.ok(milliseconds < 3_000, `${milliseconds}`);
    }
  });
});
