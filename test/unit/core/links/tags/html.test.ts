import assert from 'node:assert/strict';
import { html } from '../../../../../src/core/links/tags/html.ts';
import { markdown } from '../../../../../src/core/links/markdown/markdown.ts';
import { oneLine } from '../../../../../src/core/links/oneLine.ts';
import { nastyNames, nastyText } from '../../nastyText.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';

describe('images of HTML', () => {
  it('have an alt text and a size', () => {
    assert.equal(
      written('img/a b.png', 'Say "hi" & <wave>'),
      '<img src="img/a%20b.png" alt="Say &quot;hi&quot; &amp; &lt;wave&gt;" width="640" height="480">',
    );
  });

  it('lead to the file and say the prompt, whatever both are made of', function () {
    this.timeout(20_000);
    const random = pseudoRandom(21);
    for (let i = 0; i < 3_000; i++) {
      const path = `../${random.text(nastyNames, 5)}x.png`;
      const alt = random.text(nastyText, 8);
      const text = written(path, alt);
      for (const find of [html.find, markdown.find]) {
        const [found, ...others] = find(text);
        assert.deepEqual(others, [], text);
        assert.deepEqual(
          { start: found?.start, end: found?.end, path: found?.path, alt: found?.alt },
          { start: 0, end: text.length, path, alt: oneLine(alt) },
          text,
        );
      }
      // What a browser would end the tag or an attribute at stands only where it was meant to.
      assert.match(text, /^<img src="[^"<>\s]*" alt="[^"<>\n]*" width="640" height="480">$/u);
    }
  });

  it('are found however they are written', () => {
    const found = html.find(
      `<p><IMG class=x SRC='a.png'/> text <img alt="b" src = "b.png"> <img> <image src="c"> <img src="d`,
    );
    assert.deepEqual(
      found.map(({ target, alt }) => [target, alt]),
      [
        ['a.png', ''],
        ['b.png', 'b'],
      ],
    );
  });

  it('are found as what a video shows before it plays', () => {
    const text = '<video title="The sea" width="640" height="360" poster="sea.jpg"><source src="sea.mp4"></video>';
    for (const find of [html.find, markdown.find]) {
      assert.deepEqual(
        find(`${text}\n`).map(({ path, alt, caption, width, height }) => [path, alt, caption, width, height]),
        [['sea.jpg', '', 'The sea', 640, 360]],
      );
    }
  });

  it('tell where their target stands', () => {
    const line = `x <img alt="src" src="a&amp;b.png">`;
    const [found] = html.find(line);
    assert.equal(line.slice(found?.targetStart, found?.targetEnd), 'a&amp;b.png');
    assert.equal(found?.path, 'a&b.png');
  });
});

function written(path: string, alt: string): string {
  const link = html.write({ target: { type: 'path', path }, alt, width: 640, height: 480 });
  return link.before + link.alt + link.after;
}
