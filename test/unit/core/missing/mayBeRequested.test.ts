import assert from 'node:assert/strict';
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
  ]) {
    it(`takes ${path}`, () => assert.equal(mayBeRequested(path), true));
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
    'a\nb.png',
    `${'x'.repeat(1_000)}.png`,
  ]) {
    it(`leaves ${path.slice(0, 40)}`, () => assert.equal(mayBeRequested(path), false));
  }
});
