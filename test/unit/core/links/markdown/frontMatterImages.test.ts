import assert from 'node:assert/strict';
import { markdown } from '../../../../../src/core/links/markdown/markdown.ts';
import { processorTime } from '../processorTime.ts';

describe('image links in front matter', () => {
  const examples: readonly [what: string, text: string, found: readonly string[]][] = [
    ['a cover', 'title: A fox\ncover: img/a.png', ['img/a.png | A fox']],
    ['words in quotes', `title: "A \\"red\\" fox"\nimage: 'it''s.png'`, [`it's.png | A "red" fox`]],
    ['escapes', 'image: "a\\u0020b%20c.png" # note', ['a b c.png | ']],
    ['a comment behind it', 'thumbnail: /img/a b.png  # the small one', ['/img/a b.png | ']],
    [
      'keys however they are written',
      'featured_image: a.png\nogImage: b.jpg\nhero-image: c.webp',
      ['a.png | ', 'b.jpg | ', 'c.webp | '],
    ],
    ['keys of anybody’s', 'logoImage: a.png\njupyter-screenshot: b.png', ['a.png | ', 'b.png | ']],
    ['a mapping', 'title: t\ncover:\n  image: a.png\n  alt: A fox\n  caption: Red', ['a.png | A fox | Red']],
    ['a mapping on one line', 'cover: {image: a.png, alt: "A, fox", hidden: true}', ['a.png | A, fox']],
    ['a path in a mapping', 'image:\n  path: /a.png\n  alt: A fox\nauthor:\n  path: b.png', ['/a.png | A fox']],
    [
      'lists',
      'images:\n  - a.png\n  - "b.png"\ncover: [c.png, "d.png"]',
      ['a.png | ', 'b.png | ', 'c.png | ', 'd.png | '],
    ],
    ['lists that are not indented', 'images:\n- a.png\n- b.png\ntitle: t', ['a.png | t', 'b.png | t']],
    ['another site', 'image: https://x.y/z.png', ['undefined | ']],
    [
      'keys in keys',
      'header:\n  overlay_image: a.png\n  teaser: b.png\nparams:\n  x:\n    cover: c.png',
      ['a.png | ', 'b.png | ', 'c.png | '],
    ],
    [
      'words and no pictures',
      'image: true\ncover: red\ntitle: a.png\nlogo: b.png\n# cover: c.png\ntags: [cover.png]',
      [],
    ],
    ['a text over lines', 'description: |\n  cover: a.png\ncover: b.png', ['b.png | ']],
    ['line breaks of Windows', 'title: t\r\ncover: a.png\r', ['a.png | t']],
  ];
  for (const [what, text, found] of examples) {
    it(`are found with ${what}`, () => assert.deepEqual(seen(`---\n${text}\n---\n\nText\n`), found));
  }

  it('are found in TOML', () => {
    const text = `title = "A fox"\nimages = ["a.png", 'b.png']\n[params.cover]\nimage = "c.png"\nalt = "Red"\n`;
    assert.deepEqual(seen(`+++\n${text}+++\n![d](e.png)\n`), [
      'a.png | A fox',
      'b.png | A fox',
      'c.png | Red',
      'e.png | d',
    ]);
  });

  it('tell where their target stands, and where else it may lead', () => {
    const text = '\uFEFF---\ntitle: "t"\ncover: "img/a.png"\nimage: ./b.png\n---\n![c](d.png)\n';
    const [cover, image, inText] = markdown.find(text);
    assert.equal(text.slice(cover?.targetStart, cover?.targetEnd), 'img/a.png');
    assert.equal(text.slice(image?.targetStart, image?.targetEnd), './b.png');
    assert.equal(text.slice(inText?.start, inText?.end), '![c](d.png)');
    assert.deepEqual(
      [cover?.otherPaths, image?.otherPaths, inText?.otherPaths],
      [['/img/a.png'], undefined, undefined],
    );
  });

  it('are not looked for in text between lines', () => {
    assert.deepEqual(seen('---\ncover, they said: a.png\n\ncover: b.png\n'), []);
    assert.deepEqual(seen('text\n\n---\ncover: b.png\n---\n'), []);
  });

  it('are looked for in time that grows with the text and no faster', function () {
    this.timeout(60_000);
    for (const unit of [
      'a: b\n',
      '- ',
      ' - a:\n',
      'a: {',
      'a: [',
      'a: "',
      "a: '",
      '{',
      'cover: {image: a.png, ',
      'x: |\n',
      ' ',
      '\n',
      'a',
      '\\"',
    ]) {
      for (const mark of ['---', '+++']) {
        const text = `${mark}\ncover: a.png\n${unit.repeat(20_000)}\n${mark}\n![a](b.png)`;
        const time = processorTime(() => markdown.find(text));
        assert.ok(time < 1_500, `${JSON.stringify(unit)} takes ${time} ms`);
      }
    }
  });
});

function seen(text: string): readonly string[] {
  return markdown
    .find(text)
    .map(({ path, alt, caption }) => `${path} | ${alt}${caption === undefined ? '' : ` | ${caption}`}`);
}
