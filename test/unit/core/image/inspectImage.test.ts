import assert from 'node:assert/strict';
import { inspectImage } from '../../../../src/core/image/inspectImage.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { makePng } from '../../fixtures/makePng.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';

const pictures = [
  ['colour.png', 'png', 24, 20],
  ['palette.png', 'png', 24, 20],
  ['baseline.jpg', 'jpeg', 24, 20],
  ['progressive.jpg', 'jpeg', 24, 20],
  ['described.jpg', 'jpeg', 24, 20],
  ['blackRestarts.jpg', 'jpeg', 40, 30],
  ['lossy.webp', 'webp', 24, 20],
  ['lossless.webp', 'webp', 24, 20],
  ['lossyAlpha.webp', 'webp', 9, 7],
  ['losslessAlpha.webp', 'webp', 9, 7],
  ['animated.webp', 'webp', 8, 6],
  ['described.webp', 'webp', 24, 20],
  ['still.gif', 'gif', 24, 20],
  ['animated.gif', 'gif', 8, 6],
  ['still.avif', 'avif', 24, 20],
] as const;

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('inspectImage', () => {
  for (const [name, format, width, height] of pictures) {
    it(`tells format and size of ${name}`, () => {
      assert.deepEqual(inspectImage(fixture(name)), { ok: true, format, size: { width, height } });
    });

    it(`sees wherever ${name} is cut`, () => {
      const bytes = fixture(name);
      const signature = format === 'avif' ? 5 : 1; // an AVIF file begins with a length, which may be anything
      const padding = name === 'losslessAlpha.webp' ? 1 : 0; // can be done without
      for (let length = signature; length < bytes.length - padding; length += 1) {
        const seen = inspectImage(bytes.subarray(0, length));
        assert.deepEqual(seen, { ok: false, problem: 'truncated' }, `${length} of ${bytes.length} bytes`);
      }
    });

    it(`does not mind bytes behind ${name}`, () => {
      for (const junk of ['\0', '\r\n', '{"error":"too late"}', '\xff', 'x'.repeat(5000)]) {
        const seen = inspectImage(Buffer.concat([fixture(name), latin1(junk)]));
        assert.deepEqual(seen, { ok: true, format, size: { width, height } });
      }
    });

    it(`survives damage to ${name}`, () => {
      const random = randomNumbers(name.length);
      const original = fixture(name);
      for (let round = 0; round < 500; round += 1) {
        const bytes = original.slice();
        for (let flips = 1 + random() * 4; flips > 0; flips -= 1) {
          bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        }
        const seen = inspectImage(bytes);
        if (seen.ok) assert.ok(seen.size.width > 0 && seen.size.height > 0);
      }
    });
  }

  it('wants pixels, not only a head and an end', () => {
    const whole = Buffer.from(fixture('colour.png'));
    const pixels = whole.indexOf('IDAT') - 4;
    const end = whole.indexOf('IEND') - 4;
    const without = Buffer.concat([whole.subarray(0, pixels), whole.subarray(end)]);
    assert.deepEqual(inspectImage(without), { ok: false, problem: 'truncated' });
  });

  it('refuses a size of nothing', () => {
    const bytes = makePng({ width: 0, height: 5, bitDepth: 8, colourType: 0, pixel: () => [0] });
    assert.deepEqual(inspectImage(bytes), { ok: false, problem: 'notAnImage' });
  });

  it('passes over stray bytes between JPEG segments, as decoders do', () => {
    const bytes = Buffer.from(fixture('baseline.jpg'));
    const tables = bytes.indexOf(Buffer.from([0xff, 0xdb]));
    const stray = Buffer.concat([bytes.subarray(0, tables), Buffer.from([0x12, 0x34, 0xff]), bytes.subarray(tables)]);
    assert.deepEqual(inspectImage(stray), { ok: true, format: 'jpeg', size: { width: 24, height: 20 } });
  });

  it('does not take the end of a thumbnail for the end of a JPEG', () => {
    const whole = Buffer.from(fixture('baseline.jpg'));
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(whole.length + 2, 2);
    const file = Buffer.concat([whole.subarray(0, 2), head, whole, whole.subarray(2)]);
    assert.equal(inspectImage(file).ok, true);
    assert.deepEqual(inspectImage(file.subarray(0, -2)), { ok: false, problem: 'truncated' });
  });

  it('accepts a WebP whose last chunk is not padded', () => {
    const bytes = Buffer.from(fixture('losslessAlpha.webp'));
    assert.equal(bytes.at(-1), 0, 'the fixture ends with padding');
    const unpadded = bytes.subarray(0, -1);
    const counted = Buffer.from(unpadded);
    counted.writeUInt32LE(unpadded.length - 8, 4);
    for (const file of [counted, unpadded]) {
      assert.deepEqual(inspectImage(file), { ok: true, format: 'webp', size: { width: 9, height: 7 } });
    }
  });

  const others: readonly [what: string, body: string, problem: string][] = [
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\t', 'empty'],
    ['a page', '<!DOCTYPE html><html><body>Log in</body></html>', 'html'],
    ['a page after a comment', '\n<!-- cached --> <html>', 'html'],
    ['a page with a byte order mark', '\xef\xbb\xbf<html>', 'html'],
    ['a piece of a page', '<h1>504 Gateway Time-out</h1>', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="…">', 'html'],
    ['a JSON object', '{"error":"unknown error"}', 'json'],
    ['a JSON list', ' [{"generated_text":""}]', 'json'],
    ['a JSON string', '"iVBORw0KGgo="', 'json'],
    ['plain text', 'Not Found', 'notAnImage'],
    ['a word like a signature', 'BMP is not supported', 'notAnImage'],
    ['an XML error', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'notAnImage'],
    ['a PDF', '%PDF-1.7', 'notAnImage'],
    ['sound', 'RIFF\x24\0\0\0WAVEfmt ', 'notAnImage'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'notAnImage'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'unsupportedFormat'],
    ['BMP', 'BM\x36\x10\0\0\0\0\0\0\x36\0\0\0', 'unsupportedFormat'],
    ['TIFF', 'II*\0\x08\0\0\0', 'unsupportedFormat'],
    ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n', 'unsupportedFormat'],
    ['ICO', '\0\0\x01\0\x01\0', 'unsupportedFormat'],
    ['PNM', 'P6\n2 2\n255\n', 'unsupportedFormat'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupportedFormat'],
    ['SVG behind a head', '<?xml version="1.0"?><!-- <html> -->\n<svg:svg>', 'unsupportedFormat'],
  ];
  for (const [what, body, problem] of others) {
    it(`recognises ${what}`, () => {
      assert.deepEqual(inspectImage(latin1(body)), { ok: false, problem });
    });
  }
});
