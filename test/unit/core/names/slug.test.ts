import assert from 'node:assert/strict';
import { slug } from '../../../../src/core/names/slug.ts';
import { nastyText } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

describe('slugs', () => {
  const examples: readonly [text: string, expected: string][] = [
    ['A lighthouse at dusk', 'a-lighthouse-at-dusk'],
    ['夕暮れの海辺の灯台', '夕暮れの海辺の灯台'],
    ['Маяк на закате', 'маяк-на-закате'],
    ['منارة عند الغروب', 'منارة-عند-الغروب'],
    ['सूर्यास्त पर प्रकाशस्तंभ', 'सूर्यास्त-पर-प्रकाशस्तंभ'],
    ['Cafe\u0301', 'café'],
    ['a fox’s den', 'a-foxs-den'],
    ['C:\\Temp\\<x>|*?"', 'c-temp-x'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['--ar 16:9', 'ar-16-9'],
    ['con', 'con-image'],
    ['COM¹', 'com¹-image'],
    ['NUL.', 'nul-image'],
    ['👩‍🚀 on the moon 🌙', 'on-the-moon'],
    ['👩‍🚀🌙', 'image'],
    ['', 'image'],
    ['\u3164\u115F', 'image'],
    ['a\u202eb\u200bc\u0000d', 'abcd'],
  ];
  for (const [text, expected] of examples) {
    it(`make ${expected} of ${JSON.stringify(text)}`, () => assert.equal(slug(text), expected));
  }

  it('are cut at a word', () => {
    assert.equal(slug('one two three', 9), 'one-two');
    assert.equal(slug('one two three', 7), 'one-two');
    assert.equal(slug(`a ${'b'.repeat(80)}`), 'a');
  });

  it('cut a word only where nothing else is left, and between characters', () => {
    assert.equal(slug('b'.repeat(80)), 'b'.repeat(60));
    assert.equal(slug('e\u0323\u0301'.repeat(10), 5), 'ẹ́ẹ́');
    assert.equal(slug(`灯台、${'海'.repeat(80)}`), `灯台-${'海'.repeat(57)}`);
  });

  it('are safe names of a bounded size, whatever the text', () => {
    const random = pseudoRandom(11);
    for (let i = 0; i < 5_000; i++) {
      const text = random.text(nastyText, 30);
      const maxLength = random.pick([1, 2, 10, 60, 500]);
      const name = slug(text, maxLength);
      const about = JSON.stringify({ text, name });
      assert.match(name, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u, about);
      assert.doesNotMatch(name, /--|-$|[\p{Cc}\p{Cf}\p{Cs}\p{Lu}]/u, about);
      assert.ok(name === 'image' || name.length <= maxLength, about);
      assert.ok(Buffer.byteLength(name) <= 200, about);
      assert.equal(name, name.normalize('NFC'), about);
      assert.equal(Buffer.from(name).toString(), name, about);
    }
  });

  it('take no longer for a very long text', () => {
    assert.equal(slug('word '.repeat(1_000_000), 9), 'word-word');
  });
});
