import assert from 'node:assert/strict';
import { decodePath } from '../../../../../src/core/links/encodePath.ts';
import type { Link, LinkText } from '../../../../../src/core/links/linkStyle.ts';
import { markdown } from '../../../../../src/core/links/markdown/markdown.ts';
import { oneLine } from '../../../../../src/core/links/oneLine.ts';
import { linkedPaths, relativeLinkPath } from '../../../../../src/core/links/paths/relativeLinkPath.ts';
import { nastyNames, nastyText } from '../../nastyText.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';
import { imagesSeen, type SeenImage } from '../imagesSeen.ts';
import { workTime } from '../../../fixtures/workTime.ts';

describe('image links of Markdown', () => {
  it('are readable where nothing needs care', () => {
    assert.equal(written('assets/lighthouse.png', 'A lighthouse'), '![A lighthouse](assets/lighthouse.png)');
    assert.equal(
      written('../assets/a.png', 'snake_case, (word:1.2) & more!'),
      '![snake_case, (word:1.2) & more!](../assets/a.png)',
    );
  });

  it('escape no more than it takes', () => {
    const plain = 'a c# logo, 3 * 4, snake_case, $5, ~5 km, I <3 you, C:\\temp, R&D, (word:1.2), 50%, a*, ^, {x}!';
    assert.equal(written('a.png', plain), `![${plain}](a.png)`);
    const escaped = String.raw`![\*a\* \_b\_ \~\~c\~\~ \$d\$ \<b> \[e\] \&amp; f\|g \\\*](a.png)`;
    assert.equal(written('a.png', String.raw`*a* _b_ ~~c~~ $d$ <b> [e] &amp; f|g \*`), escaped);
  });

  const targets: readonly [path: string, target: string][] = [
    ['my assets/a.png', '<my assets/a.png>'],
    ['a(1).png', 'a(1).png'],
    ['a(1.png', '<a(1.png>'],
    ['a)1(.png', '<a)1(.png>'],
    ['100%.png', '100%25.png'],
    ['a%20b.png', 'a%2520b.png'],
    ['c# d?.png', '<c%23 d%3F.png>'],
    ['c#d?.png', 'c%23d%3F.png'],
    ['a\\b.png', 'a%5Cb.png'],
    ['a <b>.png', '<a %3Cb%3E.png>'],
    ['灯台.png', '%E7%81%AF%E5%8F%B0.png'],
    ['灯台 海.png', '<灯台 海.png>'],
    ['R&D.png', 'R&D.png'],
    ['a&lt;.png', 'a%26lt;.png'],
    ['a:b.png', './a:b.png'],
    ['x/a:b.png', 'x/a:b.png'],
    ['a\nb.png', 'a%0Ab.png'],
  ];
  for (const [path, target] of targets) {
    it(`writes ${JSON.stringify(path)} as ${target}`, () => assert.equal(written(path, ''), `![](${target})`));
  }

  it('leaves a complete URI as it is, but for what would end the link', () => {
    const target = { type: 'uri', uri: 'file:///d%3A/a%20(1).png' } as const;
    assert.equal(joined(markdown.write({ target, alt: '', width: 1, height: 1 })), '![](file:///d%3A/a%20%281%29.png)');
  });

  it('lead to the file and say the prompt, whatever both are made of', function () {
    this.timeout(20_000);
    const random = pseudoRandom(1);
    for (let i = 0; i < 6_000; i++) {
      const folder = (): string => Array.from({ length: random.below(3) }, () => `/${name()}`).join('');
      const name = (): string => `n${random.text(nastyNames, 4)}`;
      const documentPath = `/repo${folder()}/${name()}.md`;
      // A name may begin with anything; what is a name is for others to decide.
      const filePath = `/repo${folder()}/${random.text(nastyNames, 5)}x.png`;
      const path = relativeLinkPath({ documentPath, filePath, siteRoots: [] });
      assert.ok(path !== undefined);
      const alt = random.text(nastyText, 8);
      const text = written(path, alt);
      const about = JSON.stringify({ documentPath, filePath, alt, text });

      const image = onlyImage(text, about);
      assert.equal(image.alt, oneLine(alt), about);
      assert.deepEqual(linkedPaths(decodePath(image.target) ?? '', { documentPath, siteRoots: [] }), [filePath], about);

      const [found, ...others] = markdown.find(text);
      assert.deepEqual(others, [], about);
      assert.ok(found, about);
      assert.deepEqual([found.start, found.end], [0, text.length], about);
      assert.deepEqual(linkedPaths(found.path ?? '', { documentPath, siteRoots: [] }), [filePath], about);
      assert.equal(found.alt, oneLine(alt), about);
    }
  });

  it('hold in the middle of a paragraph that has opened a code span or emphasis', () => {
    const random = pseudoRandom(2);
    for (let i = 0; i < 1_000; i++) {
      const alt = random.text(nastyText, 6);
      const before = random.pick([
        'an open ` and ',
        'a *b ',
        '**c ',
        '[d ',
        'e_ ',
        '~~f ',
        'g ``',
        'h "',
        "i '",
        'j (',
        '> k ',
        '- l ',
      ]);
      const text =
        `${before}${written(`assets/${random.text(nastyNames, 3)}x.png`, alt)} end` +
        random.pick(['', '*', '_', ')', ']', '$', '>']);
      assert.equal(onlyImage(text, text).alt, oneLine(alt), JSON.stringify(text));
    }
  });

  const lines: readonly [line: string, target: string, alt: string][] = [
    ['![a](b.png)', 'b.png', 'a'],
    ['x ![a](<b c.png>) y', 'b c.png', 'a'],
    ['![a](b.png "title ) here")', 'b.png', 'a'],
    ["![a]( b.png 'title' )", 'b.png', 'a'],
    ['![a](b.png (title))', 'b.png', 'a'],
    ['[![a](b.png)](https://x.y)', 'b.png', 'a'],
    ['![a [b] c](d.png)', 'd.png', 'a [b] c'],
    [String.raw`![a \] b](c\_d.png)`, 'c_d.png', 'a ] b'],
    ['![a&amp;b](c&amp;d.png)', 'c&d.png', 'a&b'],
    ['`![no](x.png)` ![a](b.png)', 'b.png', 'a'],
    ['<img src="b.png" alt="a &quot;b&quot;">', 'b.png', 'a "b"'],
    ["a <img alt='x' width=5 src=b.png /> c", 'b.png', 'x'],
    ['| 1 | ![a](b.png) |', 'b.png', 'a'],
    ['![a](b(c).png)', 'b(c).png', 'a'],
  ];
  for (const [line, target, alt] of lines) {
    it(`are found in ${line}`, () => {
      const [found, ...others] = markdown.find(line);
      assert.deepEqual(others, []);
      assert.deepEqual({ target: found?.target, alt: found?.alt }, { target, alt });
      assert.ok(found);
      assert.match(line.slice(found.start, found.end), /^!\[.*\)$|^<img .*>$/);
      const written = line.slice(found.targetStart, found.targetEnd);
      assert.ok([target, target.replace('&', '&amp;'), target.replace('_', String.raw`\_`)].includes(written), written);
    });
  }

  it('are not seen where there are none', () => {
    for (const line of [
      '![a] (b.png)',
      '[a](b.png)',
      '![a](b c.png)',
      String.raw`\![a](b.png`,
      '`![a](b.png)`',
      '![a](<b.png)',
      '![a]()',
      '<img alt="x">',
      '',
    ]) {
      assert.deepEqual(markdown.find(line), [], line);
    }
  });

  it('are told apart from targets that are no files', () => {
    assert.equal(markdown.find('![a](https://x.y/z.png)')[0]?.path, undefined);
    assert.equal(markdown.find('![a](data:image/png;base64,AAAA)')[0]?.path, undefined);
    assert.equal(markdown.find('![a](b%20c.png?raw=1#x)')[0]?.path, 'b c.png');
    assert.equal(markdown.find('![a](100%.png)')[0]?.path, '100%.png');
  });

  it('are the same that a CommonMark parser sees, in lines of anything', function () {
    this.timeout(20_000);
    const random = pseudoRandom(3);
    const parts: readonly string[] = [
      '![',
      '[',
      ']',
      '](',
      '(',
      ')',
      '<',
      '>',
      '\\',
      '`',
      '``',
      'a',
      'b.png',
      ' ',
      '"',
      "'",
      '!',
      '*',
      '&amp;',
    ];
    for (let i = 0; i < 10_000; i++) {
      const line = `x ${random.text(parts, 14)}`;
      const expected = imagesSeen(line).filter(({ target }) => target !== '');
      const seen = markdown.find(line).map(({ target }) => encodeURI(target));
      assert.deepEqual(
        seen,
        expected.map(({ target }) => target),
        JSON.stringify(line),
      );
    }
  });

  it('are looked for in time that grows with the line and no faster', async function () {
    this.timeout(20_000);
    for (const unit of [
      '![',
      '![](',
      '![](<',
      '![a](b "',
      "![a](b '",
      '![]()',
      '`',
      '`a``',
      '<img ',
      '<img a="',
      '\\',
      '[](',
      '![a](b(',
      '](',
    ]) {
      const line = unit.repeat(200_000 / unit.length) + '![x](y.png)';
      assert.ok((await workTime(() => markdown.find(line))) < 1_000, unit);
    }
    let backticks = '';
    for (let i = 1; i < 600; i++) backticks += `${'`'.repeat(i)} `;
    assert.ok((await workTime(() => markdown.find(`${backticks}](`))) < 1_000, 'runs of every length');
  });
});

function written(path: string, alt: string): string {
  const link: Link = { target: { type: 'path', path }, alt, width: 512, height: 512 };
  return joined(markdown.write(link));
}

function joined({ before, alt, after }: LinkText): string {
  return before + alt + after;
}

function onlyImage(text: string, about: string): SeenImage {
  const [image, ...others] = imagesSeen(text);
  assert.ok(image, about);
  assert.deepEqual(others, [], about);
  return image;
}
