import assert from 'node:assert/strict';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';

// Each found image as `path | alt`, with its size where the link says it.
const examples: readonly [language: string, what: string, text: string, found: readonly string[]][] = [
  [
    'mdx',
    'Markdown and components',
    'import a from "x"\n\n# ![a](b.png)\n\n<Image src="/c.png" alt="d" width={640} height={480} />',
    ['b.png | a', '/c.png | d 640x480'],
  ],
  ['mdx', 'in what tags hold', '<div>\n![a](b.png)\n</div>\n<b>![c](d.png)</b>', ['b.png | a', 'd.png | c']],
  [
    'mdx',
    'not in code',
    '{`![a](b.png)`}\n\ntext {/* ![a](b.png) */} <A b={"![a](b.png)"} />\n\n`<img src="x.png" />`',
    [],
  ],
  ['mdx', 'not in modules', 'export const a = () => {\n\n  return "![a](b.png)"\n}\n\n![c](d.png)', ['d.png | c']],
  ['mdx', 'although it is indented', '<Tabs>\n      ![a](b.png)\n</Tabs>', ['b.png | a']],
  ['mdx', 'not in expressions that fill in', '<img src={logo} /> <img src={`/a.png`} alt="x" />', []],
  [
    'mdx',
    'in code that writes it out',
    '<img src={require("./a.png").default} alt="b" /> <img src={useBaseUrl(\'img/c.png\')} /> <img src={"/d.png"} />',
    ['./a.png | b', '/img/c.png | ', '/d.png | '],
  ],
  [
    'mdx',
    'not in packages',
    '<img src={require("x/a.png")} /> <img src={require("./b.png" + c)} /> <img src={f("/d.png")} />',
    [],
  ],
  [
    'mdx',
    'that are imported',
    'import A from "x"\nimport b from \'../img/b.png\';\nimport c from "@site/static/c.png"\nimport d from "e/f.png"\n\n# A\n\n```js\nimport g from "./g.png"\n```',
    ['../img/b.png | ', '@site/static/c.png | '],
  ],
  [
    'markdown',
    'in code of JSX',
    "<p><img alt=\"b\" src={require('./a.png').default}/></p>\n\nx <img src={f('c.png')}>",
    ['./a.png | b'],
  ],
  ['markdown', 'that Vue binds', '<img :src="$withBase(\'/a.png\')" alt="b"> <img :src="a">', ['/a.png | b']],
  [
    'mdx',
    'for light and dark',
    '<ThemedImage alt="a" sources={{ light: useBaseUrl(`/img/b.png`), dark: "/img/c.png", x: `/${d}.png` }} />',
    ['/img/b.png | a', '/img/c.png | a'],
  ],
  ['mdx', 'behind braces that never close', 'a { b\n\n![c](d.png)', ['d.png | c']],
  ['mdx', 'not behind escapes', '\\{![a](b.png)\\} \\<b![c](d.png)', ['b.png | a', 'd.png | c']],
  [
    'mdx',
    'in a tag over lines',
    '<Frame\n  title="x">\n\n<img\n  src="a.png"\n\n  alt="b"\n/>\n</Frame>',
    ['a.png | b'],
  ],
  [
    'typescriptreact',
    'among types',
    'const a: Array<img> = b<c>(<T,>(x: T) => <img src="d.png" alt="it&apos;s &quot;e&quot;"/>);',
    [`d.png | it's "e"`],
  ],
  [
    'typescriptreact',
    'in attributes',
    'f(<A b={<img src="c.png" />} d={() => "}"}>{e && <Image src="f.png" />}</A>)',
    ['c.png | ', 'f.png | '],
  ],
  [
    'typescriptreact',
    'not in comments and strings',
    '// <img src=\'a.png\'/>\nlet b = \'<img src="c.png"/>\'; let d = `<img src="e.png"/>`;',
    [],
  ],
  ['typescriptreact', 'in templates’ code', 'let a = `b ${<img src="c.png" />} d`;', ['c.png | ']],
  [
    'typescriptreact',
    'behind apostrophes in text',
    'return <p>don\'t <i>won\'t</i></p> || <img src="a.png" />',
    ['a.png | '],
  ],
  ['typescriptreact', 'not in comparisons', 'if (a <img && src > "b.png") x', []],
  ['vue', 'not where they are bound', '<template><img :src="a" alt="x"><img src="b.png"></template>', ['b.png | ']],
  [
    'svelte',
    'not where they are filled in',
    '<img src="/{a}.png"><img {src}><img src={b}><img alt="c" src="d.png">',
    ['d.png | c'],
  ],
  [
    'astro',
    'behind its code',
    '---\nconst a = `<img src="b.png">`;\n---\n<Image src="/c.png" alt="d" />',
    ['/c.png | d'],
  ],
  [
    'css',
    'however they are written',
    ".a{background:URL( 'a b.png' ) ; mask: url(c%20d.svg#e)}",
    ['a b.png | ', 'c d.svg | '],
  ],
  [
    'css',
    'with the words behind',
    '.a{\n  background: url("a.png") center; /* A fox */\n  b: url(c.png)\n}\n/* no */',
    ['a.png | A fox', 'c.png | '],
  ],
  ['css', 'not in comments', '/* url(a.png) */ @font-face { src: url(b.woff2) }', []],
  ['css', 'behind addresses', '.a { background: url(//x.y/z.png), url(b.png) }', ['b.png | ']],
  ['scss', 'not in comments to the line’s end', '// url(a.png)\n.a { b: url(c.png) }', ['c.png | ']],
];

describe('image links of code', () => {
  for (const [language, what, text, found] of examples) {
    it(`are found in ${language} ${what}: ${JSON.stringify(text)}`, () => {
      const links = linkStyleFor(language)?.find(text) ?? [];
      assert.deepEqual(
        links.map(
          ({ path, alt, width, height }) => `${path} | ${alt}${width === undefined ? '' : ` ${width}x${height}`}`,
        ),
        found,
      );
    });
  }

  const target = { type: 'path', path: 'img/a {b}.png' } as const;
  const written: readonly [language: string, link: string][] = [
    ['mdx', '![\\<3 \\{"\\<b>"}](<img/a %7Bb}.png>)'],
    [
      'typescriptreact',
      '<img src="img/a%20%7Bb%7D.png" alt="&lt;3 {&quot;&lt;b&gt;&quot;}" width={640} height={480} />',
    ],
    ['vue', '<img src="img/a%20%7Bb%7D.png" alt="&lt;3 {&quot;&lt;b&gt;&quot;}" width="640" height="480">'],
    ['svelte', '<img src="img/a%20%7Bb%7D.png" alt="&lt;3 &#123;&quot;&lt;b&gt;&quot;}" width="640" height="480" />'],
    ['scss', 'background-image: url("img/a%20%7Bb%7D.png"); /* <3 {"<b>"} */'],
  ];
  for (const [language, link] of written) {
    it(`are written in ${language} as ${link}`, () => {
      const made = linkStyleFor(language)?.write({ target, alt: '<3 {"<b>"}', width: 640, height: 480 });
      assert.equal(`${made?.before}${made?.alt}${made?.after}`, link);
    });
  }

  it('end no comment and begin no code of Sass in style sheets', () => {
    const style = linkStyleFor('scss');
    assert.equal(style?.writeAlt('a */ b *\\/ c #{d} #\\{e}'), 'a *\\/ b *\\\\/ c #\\{d} #\\\\{e}');
    assert.deepEqual(style?.write({ target, alt: '', width: 1, height: 1 }).after, '');
  });

  it('have headings in MDX', () => {
    const text = 'export const a = `\n# no\n`\n\n# A\n\n<div>\n## B {1 + 1}\n</div>\n\n{/*\n# no\n*/}\nC\n---\n';
    assert.deepEqual(
      linkStyleFor('mdx')
        ?.headings?.(text)
        .map((heading) => heading.text),
      ['A', 'B {1 + 1}', 'C'],
    );
  });
});
