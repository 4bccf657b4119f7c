import assert from 'node:assert/strict';
import { linkStyleFor } from '../../../../../src/core/links/linkStyles.ts';
import { srcsetCandidates } from '../../../../../src/core/links/tags/srcset.ts';
import { processorTime } from '../processorTime.ts';

const candidatesOf = (text: string): readonly unknown[] =>
  srcsetCandidates(text).map(({ start, end, ...facts }) => [text.slice(start, end), facts]);

describe('a srcset', () => {
  it('names pictures with their descriptors', () => {
    assert.deepEqual(candidatesOf('a.png, b.png 2x,\n  c.png 1.5x , d.png 640w, e.png 640w 480h'), [
      ['a.png', {}],
      ['b.png', { density: 2 }],
      ['c.png', { density: 1.5 }],
      ['d.png', { width: 640 }],
      ['e.png', { width: 640 }],
    ]);
  });

  it('is parted as browsers part it', () => {
    assert.deepEqual(candidatesOf(' ,a,b.png 1x,, data:image/png;base64,AA== 2x, c.png future(1, 2) 3x'), [
      ['a,b.png', { density: 1 }],
      ['data:image/png;base64,AA==', { density: 2 }],
      ['c.png', { density: 3 }],
    ]);
  });

  it('may end with a comma', () => {
    assert.deepEqual(candidatesOf('a.png 1x,, b.png,,'), [
      ['a.png', { density: 1 }],
      ['b.png', {}],
    ]);
    assert.deepEqual(candidatesOf(' , '), []);
  });

  it('may hold templates', () => {
    assert.deepEqual(candidatesOf(`{{ '/a.png' | relative_url }} 1x, {{ "/b.png" | relURL }} 2x`), [
      [`{{ '/a.png' | relative_url }}`, { density: 1 }],
      ['{{ "/b.png" | relURL }}', { density: 2 }],
    ]);
  });

  it('is read in time, whatever it is made of', () => {
    for (const piece of ['a ', 'a,', ',', 'a,,,,,,,,', '{{', 'a (', ', ', '{{ "a" }}', 'a 1x (']) {
      const text = piece.repeat(100_000);
      assert.ok(processorTime(() => srcsetCandidates(text)) < 1_000, piece);
    }
  });
});

/** Each found image as `path | alt`, with its size where it is known. */
function found(languageId: string, text: string): readonly string[] {
  return (linkStyleFor(languageId)?.find(text) ?? []).map(({ path, alt, width, height, targetStart, targetEnd }) => {
    const size = width === undefined && height === undefined ? '' : ` ${width ?? '?'}x${height ?? '?'}`;
    assert.ok(text.slice(targetStart, targetEnd).length > 0);
    return `${path} | ${alt}${size}`;
  });
}

describe('pictures in several sizes', () => {
  const picture =
    '<picture>\n<source media="(prefers-color-scheme: dark)" srcset="d.png, d2.png 2x">\n' +
    '<source srcset="w.webp 320w, w2.webp 640w" type="image/webp" width="100" height="50" />\n' +
    '<img src="l.png" srcset="l.png 1x, l2.png 2x" alt="the sea" width="400" height="300" />\n</picture>';
  const expected = [
    'd.png | the sea 400x300',
    'd2.png | the sea 800x600',
    'w.webp | the sea 320x160',
    'w2.webp | the sea 640x320',
    'l.png | the sea 400x300',
    'l.png | the sea 400x300',
    'l2.png | the sea 800x600',
  ];

  for (const languageId of ['html', 'markdown', 'quarto', 'mdx', 'vue', 'svelte']) {
    it(`are found in ${languageId}, each by its words`, () => {
      const text = languageId === 'vue' ? `<template>${picture}</template>` : picture;
      assert.deepEqual(found(languageId, text), expected);
    });
  }

  it('are found within a line of text', () => {
    const line = `See ${picture.replaceAll('\n', '')} here.`;
    assert.deepEqual(found('markdown', line), expected);
    assert.deepEqual(found('mdx', line), expected);
  });

  it('are found as JSX writes them', () => {
    const text = '<picture><source srcSet="a.webp" /><img src="a.png" srcSet="b.png 2x" alt="c" /></picture>';
    assert.deepEqual(found('typescriptreact', `const a = ${text};`), ['a.webp | c', 'a.png | c', 'b.png | c']);
    assert.deepEqual(found('mdx', text), ['a.webp | c', 'a.png | c', 'b.png | c']);
  });

  it('tell where each target stands', () => {
    for (const [languageId, text] of [
      ['html', picture],
      ['markdown', `> ${picture.replaceAll('\n', '\n> ')}`],
    ] as const) {
      const targets = linkStyleFor(languageId)
        ?.find(text)
        .map(({ targetStart, targetEnd }) => text.slice(targetStart, targetEnd));
      assert.deepEqual(targets, ['d.png', 'd2.png', 'w.webp', 'w2.webp', 'l.png', 'l.png', 'l2.png']);
    }
  });

  it('have the caption of their figure', () => {
    const text = `<figure>${picture}<figcaption>A calm day</figcaption></figure>`;
    assert.ok(
      linkStyleFor('html')
        ?.find(text)
        .every(({ caption }) => caption === 'A calm day'),
    );
  });

  it('are none where no image stands for them: a source of a video, a picture that shows nothing', () => {
    assert.deepEqual(
      found('html', '<video><source src="a.mp4" srcset="a.png"></video><picture><source srcset="b.png"></picture>'),
      [],
    );
    assert.deepEqual(found('html', '<video><source srcset="a.png"></video><p><img src="b.png" alt="b"></p>'), [
      'b.png | b',
    ]);
    assert.deepEqual(found('html', '<picture><source srcset="a.png"></picture><p><img src="b.png" alt="b"></p>'), [
      'b.png | b',
    ]);
  });

  it('need no source of their own', () => {
    assert.deepEqual(found('html', '<img srcset="a.png 320w, b.png 640w" alt="c">'), [
      'a.png | c 320x?',
      'b.png | c 640x?',
    ]);
  });

  it('may come from a site’s root', () => {
    assert.deepEqual(found('markdown', `<img srcset="{{ '/a.png' | relative_url }} 2x" alt="c">`), ['/a.png | c']);
  });

  it('are no requests on another host', () => {
    assert.deepEqual(found('html', '<img src="a.png" srcset="https://x.y/z.png 2x, //x.y/z.png 3x" alt="c">'), [
      'a.png | c',
      'undefined | c',
      'undefined | c',
    ]);
  });
});
