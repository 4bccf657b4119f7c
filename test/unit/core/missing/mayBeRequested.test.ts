import assert from 'node:assert/strict';
import { linkStyles } from '../../../../src/core/links/linkStyles.ts';
import { mayBeRequested } from '../../../../src/core/missing/mayBeRequested.ts';

describe('mayBeRequested', () => {
  for (const path of [
    'assets/lighthouse.png',
    '../a b/Été.JPG',
    '/img/x.webp',
    'x.jpeg',
    'a@2x.png',
    '100%.png',
    'photos/~old/x.avif',
    '灯台.png',
    '@site/static/x.png',
    'a{b}.png',
    'example-image.png',
  ]) {
    it(`takes ${path}`, () => assert.equal(mayBeRequested({ path }, linkStyles.markdown), true));
  }

  for (const path of [
    'logo.svg',
    'favicon.ico',
    'film.mp4',
    'assets/',
    'png',
    '{{ site.baseurl }}/x.png',
    '{% link x.png %}',
    '${base}/x.png',
    '<%= root %>/x.png',
    '%PUBLIC_URL%/x.png',
    '$lib/x.png',
    '@/static/x.png',
    '~/assets/x.png',
    '#x.png',
    'a*.png',
    '.../../img/x.png',
    '{static}/x.png',
    '{attach}x.png',
    '|static|/x.png',
    'a\nb.png',
    'caf\uFFFD.png',
    `${'x'.repeat(1_000)}.png`,
  ]) {
    it(`leaves ${path.slice(0, 40)}`, () => assert.equal(mayBeRequested({ path }, linkStyles.markdown), false));
  }

  it('leaves what has no path, and what the document makes itself', () => {
    assert.equal(mayBeRequested({ path: undefined }, linkStyles.markdown), false);
    assert.equal(mayBeRequested({ path: 'x.png', isOutput: true }, linkStyles.markdown), false);
  });

  it('leaves a bare name in front matter, unless the page has a folder of its own', () => {
    const [bare, other] = linkStyles.markdown.find('---\nimage: a.png\ncover: img/b.png\n---\n');
    assert(bare && other);
    const takes = (link: typeof bare, path: string | undefined, languageId = 'markdown'): boolean =>
      mayBeRequested(link, linkStyles.markdown, path === undefined ? undefined : { path, languageId });
    assert.deepEqual(
      ['/r/blog/post.md', '/r/blog/post/index.md', '/r/blog/post/_index.en.md', '/r/README.md', undefined].map(
        (path) => [takes(bare, path), takes(other, path)],
      ),
      [
        [false, true],
        [true, true],
        [true, true],
        [true, true],
        [true, true],
      ],
    );
    assert.equal(takes(bare, '/r/about.qmd', 'quarto'), true);
  });

  it('leaves the examples that come with LaTeX', () => {
    const wanted = [
      'example-image',
      'example-image-a',
      'example-image-16x9.jpg',
      'example-grid-100x100pt',
      'example-fox',
      'my-example-image',
    ]
      .flatMap((name) => linkStyles.latex.find(`\\includegraphics{${name}}`))
      .filter((link) => mayBeRequested(link, linkStyles.latex));
    assert.deepEqual(
      wanted.map(({ target }) => target),
      ['example-fox', 'my-example-image'],
    );
  });
});
