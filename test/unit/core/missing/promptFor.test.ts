import assert from 'node:assert/strict';
import type { FoundLink } from '../../../../src/core/links/linkStyle.ts';
import { promptFor } from '../../../../src/core/missing/promptFor.ts';

const link = (more: Partial<FoundLink>): FoundLink => ({
  start: 100,
  end: 120,
  targetStart: 105,
  targetEnd: 115,
  target: 'assets/x.png',
  path: 'assets/x.png',
  alt: '',
  ...more,
});
const headings = [
  { start: 0, text: 'The coast' },
  { start: 90, text: 'By\n night' },
  { start: 200, text: 'Later' },
];

describe('promptFor', () => {
  it('is the alt text, in one line', () => {
    assert.equal(promptFor(link({ alt: ' a lighthouse\n at dusk ', caption: 'c' }), headings), 'a lighthouse at dusk');
  });

  for (const alt of ['', 'image', 'Alt text', 'Figure 2.1:', 'x.png', '...', 'TODO']) {
    it(`is the caption where the alt text is “${alt}”`, () => {
      assert.equal(promptFor(link({ alt, caption: 'The harbour' }), headings), 'The harbour');
    });
  }

  it('is the name of the file and the heading above where nothing is said', () => {
    const path = 'assets/lighthouse_atDusk-02.png';
    assert.equal(promptFor(link({ path }), headings), 'lighthouse at dusk 02, By night');
  });

  it('is the name alone where there is no heading above, or the same one', () => {
    assert.equal(promptFor(link({ path: 'a/the-coast.png', start: 10 }), headings), 'the coast');
    assert.equal(promptFor(link({ path: 'boat.png' }), [{ start: 200, text: 'Later' }]), 'boat');
  });

  it('is the heading alone where the name says nothing', () => {
    assert.equal(promptFor(link({ path: 'image-1.png' }), headings), 'By night');
    assert.equal(promptFor(link({ path: '01.png' }), headings), 'By night');
  });

  it('is never empty', () => {
    assert.equal(promptFor(link({ path: '.png' }), []), '.png');
    assert.equal(promptFor(link({ path: '---.png' }), []), '---');
  });
});
