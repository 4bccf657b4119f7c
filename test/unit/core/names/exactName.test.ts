import assert from 'node:assert/strict';
import { exactName, formatOfName } from '../../../../src/core/names/exactName.ts';

describe('exactName', () => {
  for (const [wanted, format, attempt, expected] of [
    ['x.png', 'png', 0, 'x.png'],
    ['x.PNG', 'png', 0, 'x.PNG'],
    ['x.jpeg', 'jpeg', 0, 'x.jpeg'],
    ['x.jpeg', 'jpeg', 2, 'x-2.jpeg'],
    ['x.jpg', 'png', 0, 'x.png'],
    ['x.png', 'jpeg', 1, 'x-1.jpg'],
    ['a.b.webp', 'webp', 0, 'a.b.webp'],
    ['no ending', 'png', 0, 'no ending.png'],
    ['.png', 'png', 0, '.png.png'],
  ] as const) {
    it(`makes ${expected} of ${wanted}`, () => assert.equal(exactName(wanted, format, attempt), expected));
  }
});

describe('formatOfName', () => {
  it('knows images by their endings', () => {
    assert.deepEqual(['a/x.JPG', 'x.jpeg', 'x.png', 'x.svg', 'png', 'x.toString'].map(formatOfName), [
      'jpeg',
      'jpeg',
      'png',
      undefined,
      'png',
      undefined,
    ]);
  });
});
