import assert from 'node:assert/strict';
import { inspectImage } from '../../../../src/core/image/inspectImage.ts';
import { isSolidBlack } from '../../../../src/core/image/black/isSolidBlack.ts';
import { parameters } from '../../../../src/core/parameters.ts';
import { inflatePixels } from '../../../../src/files/inflatePixels.ts';
import { workTime } from '../../fixtures/workTime.ts';
import { failureOf } from '../../inference/inferring.ts';
import { draftFont, draw } from './drawing.ts';
import { inkOf, readDraft } from './readDraft.ts';

const prompt = 'a lighthouse at dusk, watercolor';

describe('inferDraft', () => {
  const { min } = parameters.width;
  for (const [width, height] of [
    [min, min],
    [min, 500],
    [500, min],
    [17, 33],
    [640, 360],
    [1023, 257],
  ] as const) {
    it(`draws ${width} × ${height} to the pixel, with the mark on it`, async () => {
      const { bytes } = await draw(prompt, { width, height });
      assert.deepEqual(inspectImage(bytes), { ok: true, format: 'png', size: { width, height } });
      const draft = readDraft(bytes);
      assert.deepEqual([draft.width, draft.height], [width, height]);
      assert.ok(inkOf(draft) > 20);
      assert.equal(await isSolidBlack(bytes, 'png', inflatePixels), false);
    });
  }

  it('is 1024 pixels wide and high where nobody says', async () => {
    const { width, height } = readDraft((await draw(prompt)).bytes);
    assert.deepEqual([width, height], [1024, 1024]);
  });

  it('says who made it, and keeps every parameter of the request', async () => {
    const { provider, service, ignored } = await draw(prompt, { steps: 4, scheduler: 'DDIM', negativePrompt: ['fog'] });
    assert.deepEqual([provider, service, ignored], ['draft', 'draft', []]);
  });

  it('shows the prompt: another one gives other letters, and more of them more ink', async () => {
    const size = { width: 400, height: 300 };
    const [one, same, other, more] = await Promise.all(
      ['a fox', 'a  fox\n', 'a dog', 'a fox and a dog'].map(async (text) => readDraft((await draw(text, size)).bytes)),
    );
    assert.ok(one && same && other && more);
    assert.deepEqual(one, same);
    assert.notDeepEqual(one.pixels, other.pixels);
    assert.ok(inkOf(more) > inkOf(one) * 1.3);
  });

  it('is the same for the same seed, and has other colours or hills for another', async () => {
    const size = { width: 200, height: 100 };
    const [one, again] = await Promise.all([draw(prompt, size), draw(prompt, size)]);
    assert.deepEqual(Buffer.from(one.bytes), Buffer.from(again.bytes));
    const palettes = await Promise.all(
      ['1', '2', '18446744073709551615'].map(
        async (seed) => readDraft((await draw(prompt, { ...size, seed })).bytes).palette,
      ),
    );
    assert.equal(new Set(palettes.map(String)).size, 3);
  });

  it('keeps letters well apart from both tones of the background', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { palette } = readDraft((await draw('x', { width: 16, height: 16, seed: String(seed) })).bytes);
      const [light = [], dark = [], ink = []] = [palette[0], palette[4], palette[15]];
      // As WCAG 2 counts it: 4.5 is for text of any size.
      assert.ok(contrast(light, ink) > 7 && contrast(dark, ink) > 6, String(palette));
      assert.ok(contrast(light, dark) > 1.1);
    }
  });

  it('writes Latin, Greek, Cyrillic and Vietnamese letters, each other than the next', async () => {
    const find = await draftFont()('aéłĐặηЖґ');
    const shapes = Array.from('aéłĐặηЖґ', (letter) => JSON.stringify(find(letter)?.contours));
    assert.equal(new Set(shapes).size, 8);
    assert.ok(shapes.every((shape) => shape !== undefined && shape.length > 100));
  });

  it('reads only the parts of the font that the prompt needs, and each once', async () => {
    const read: string[] = [];
    const loadFont = draftFont((subset) => read.push(subset));
    await loadFont('a fox');
    assert.deepEqual(read, ['latin']);
    await Promise.all([loadFont('лиса'), loadFont('лиса')]);
    assert.deepEqual(read, ['latin', 'latin-ext', 'cyrillic']);
  });

  for (const [script, text] of [
    ['Japanese', '夕暮れの灯台、水彩画。'],
    ['Arabic', 'منارة عند الغسق'],
    ['Devanagari', 'शाम को एक प्रकाशस्तंभ'],
    ['emoji', '🦊👩‍👩‍👧🇯🇵'],
    ['nothing that can be seen', '\u200b\u200d\u202e'],
    ['half a surrogate pair', '\ud83e fox \udd8a'],
  ] as const) {
    it(`takes a prompt of ${script}`, async () => {
      const bare = readDraft((await draw('\u200b', { width: 300, height: 200 })).bytes);
      const draft = readDraft((await draw(text, { width: 300, height: 200 })).bytes);
      assert.ok(inkOf(draft) >= inkOf(bare));
    });
  }

  it('takes the longest prompt, in words or in one word, and stays within its frame', async () => {
    for (const text of ['rain on the streets, '.repeat(476), 'x'.repeat(10_000), '灯'.repeat(10_000)]) {
      const { width, height, pixels } = readDraft((await draw(text, { width: 300, height: 200 })).bytes);
      const margin = 6;
      const outside = pixels.filter((entry, at) => {
        const [x, y] = [at % width, Math.floor(at / width)];
        return entry === 15 && (x < margin || y < margin || x >= width - margin || y >= height - margin);
      });
      assert.equal(outside.length, 0);
    }
  });

  it('is quick', async () => {
    await draw(prompt);
    assert.ok((await workTime(() => draw(prompt))) < 500);
  });

  it('stops drawing when it is cancelled', async () => {
    const controller = new AbortController();
    const drawing = draw(prompt, { width: 16_384, height: 16_384 }, controller.signal);
    setImmediate(() => controller.abort());
    await failureOf('cancelled', drawing);
  });
});

function contrast(one: readonly number[], other: readonly number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
