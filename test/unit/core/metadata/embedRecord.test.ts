import assert from 'node:assert/strict';
import type { ImageFormat } from '../../../../src/core/image.ts';
import { inspectImage } from '../../../../src/core/image/inspectImage.ts';
import { embedRecord } from '../../../../src/core/metadata/embedRecord.ts';
import { parametersText } from '../../../../src/core/metadata/parameters/parametersText.ts';
import type { GenerationRecord } from '../../../../src/core/metadata/record.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { makePng, noisyPng, pngChunk, type PngPicture } from '../../fixtures/makePng.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';
import { readLong, readTag, readTexts } from './readTexts.ts';
import { nastyRecord, plainRecord } from './records.ts';

const carriers = [
  ['colour.png', 'png'],
  ['palette.png', 'png'],
  ['baseline.jpg', 'jpeg'],
  ['progressive.jpg', 'jpeg'],
  ['blackRgb.jpg', 'jpeg'],
  ['described.jpg', 'jpeg'],
  ['lossy.webp', 'webp'],
  ['lossless.webp', 'webp'],
  ['losslessAlpha.webp', 'webp'],
  ['lossyAlpha.webp', 'webp'],
  ['animated.webp', 'webp'],
  ['described.webp', 'webp'],
] as const;

function embed(bytes: Uint8Array, format: ImageFormat, record: GenerationRecord = plainRecord): Buffer {
  return Buffer.concat(embedRecord(bytes, format, record));
}

/** What a reader of metadata should get from the record: half a surrogate pair becomes U+FFFD. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

describe('embedRecord', () => {
  for (const [name, format] of carriers) {
    for (const [kind, record] of [
      ['plain', plainRecord],
      ['nasty', nastyRecord],
    ] as const) {
      it(`writes a ${kind} record into ${name}, to be read back exactly`, () => {
        const file = embed(fixture(name), format, record);
        const { parameters, json } = readTexts(file, format);
        assert.deepEqual(parameters.map(wellFormed), [wellFormed(parametersText(record))]);
        assert.equal(json.length, 1);
        assert.deepEqual(JSON.parse(json[0] ?? ''), record);
      });
    }

    it(`leaves ${name} the picture it was`, () => {
      const original = fixture(name);
      const file = embed(original, format);
      assert.deepEqual(inspectImage(file), inspectImage(original));
      assert.deepEqual(pixels(file, format), pixels(Buffer.from(original), format));
    });

    it(`replaces its own record in ${name}`, () => {
      const once = embed(fixture(name), format, nastyRecord);
      const { parameters, json } = readTexts(embed(once, format), format);
      assert.deepEqual(parameters, [parametersText(plainRecord)]);
      assert.deepEqual(
        json.map((each) => JSON.parse(each)),
        [plainRecord],
      );
    });

    it(`keeps bytes behind ${name}`, () => {
      const file = embed(Buffer.concat([fixture(name), Buffer.from('behind')]), format);
      assert.equal(file.toString('latin1').slice(-6), 'behind');
      assert.equal(readTexts(file, format).json.length, 1);
    });

    it(`never throws at a damaged ${name}, and loses nothing of a cut one`, () => {
      const random = randomNumbers(name.length);
      const original = fixture(name);
      for (let length = 0; length < original.length; length += 1) {
        const cut = original.subarray(0, length);
        assert.ok(embed(cut, format).length >= length);
      }
      for (let round = 0; round < 300; round += 1) {
        const damaged = original.slice();
        damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
        embed(damaged, format);
      }
    });
  }

  it('copies nothing of a large picture', () => {
    const bytes = noisyPng(300, randomNumbers(3));
    const pieces = embedRecord(bytes, 'png', plainRecord);
    const added = pieces.filter((piece) => piece.buffer !== bytes.buffer);
    assert.ok(added.reduce((sum, piece) => sum + piece.length, 0) < 2000);
    assert.ok(pieces.length <= 5);
  });

  for (const name of ['still.gif', 'still.avif'] as const) {
    it(`leaves ${name} as it is`, () => {
      const bytes = fixture(name);
      const pieces = embedRecord(bytes, name === 'still.gif' ? 'gif' : 'avif', plainRecord);
      assert.equal(pieces.length, 1);
      assert.equal(pieces[0], bytes);
    });
  }

  describe('in PNG', () => {
    const picture: PngPicture = { width: 2, height: 2, bitDepth: 8, colourType: 0, pixel: () => [7] };

    it('stands before the pixels, as tEXt where Latin-1 will do', () => {
      const latin = embed(makePng(picture), 'png', { ...plainRecord, prompt: 'café' });
      assert.ok(latin.indexOf('tEXtparameters\0') > 0 && latin.indexOf('tEXtparameters\0') < latin.indexOf('IDAT'));
      const wide = embed(makePng(picture), 'png', { ...plainRecord, prompt: '灯台' });
      assert.ok(wide.indexOf('iTXtparameters\0\0\0\0\0') > 0);
    });

    it('keeps the text of the program that drew the picture', () => {
      const foreign = pngChunk('tEXt', Buffer.from('parameters\0theirs\nSteps: 1, Sampler: Euler, Seed: 5'));
      const comment = pngChunk('zTXt', Buffer.from('Comment\0\0xyz'));
      const file = embed(makePng({ ...picture, extra: [foreign, comment] }), 'png');
      const { parameters, json } = readTexts(file, 'png');
      assert.deepEqual(parameters, ['theirs\nSteps: 1, Sampler: Euler, Seed: 5']);
      assert.equal(json.length, 1);
      assert.ok(file.includes(comment));
    });
  });

  describe('in JPEG', () => {
    /** Data of the first segment of that name. */
    const app1 = (file: Buffer, name: string): Buffer => {
      const at = file.indexOf(`${name}\0`, 0, 'latin1');
      return file.subarray(at + name.length + 1, at - 2 + file.readUInt16BE(at - 2));
    };

    it('stands behind the JFIF head', () => {
      const file = embed(fixture('baseline.jpg'), 'jpeg');
      assert.equal(file.toString('latin1', 6, 10), 'JFIF');
      assert.equal(file.toString('latin1', 24, 28), 'Exif');
    });

    it('keeps orientation, camera, exposure and title', () => {
      const file = embed(fixture('described.jpg'), 'jpeg');
      const tiff = app1(file, 'Exif').subarray(1);
      const main = readLong(tiff, tiff, 4);
      assert.equal(readTag(tiff, main, 0x0112)?.readUInt16LE(6), 6);
      const make = readTag(tiff, main, 0x010f);
      assert.ok(make);
      assert.equal(tiff.toString('latin1', readLong(tiff, make, 6), readLong(tiff, make, 6) + 6), 'Camera');
      const details = readTag(tiff, main, 0x8769);
      assert.ok(details && readTag(tiff, readLong(tiff, details, 6), 0x829d));
      assert.match(app1(file, 'http://ns.adobe.com/xap/1.0/').toString('utf8'), />Dusk</);
      assert.equal(file.toString('latin1').split('Exif\0\0').length, 2);
      assert.equal(file.toString('latin1').split('http://ns.adobe.com/xap/1.0/\0').length, 2);
    });

    it('keeps the comment of the program that drew the picture', () => {
      const theirs = embed(fixture('baseline.jpg'), 'jpeg', { ...plainRecord, prompt: 'theirs' });
      const xmp = app1(theirs, 'http://ns.adobe.com/xap/1.0/');
      const start = theirs.indexOf(xmp) - 33;
      const withoutXmp = Buffer.concat([theirs.subarray(0, start), theirs.subarray(start + xmp.length + 33)]);
      assert.equal(readTexts(withoutXmp, 'jpeg').json.length, 0);
      const { parameters, json } = readTexts(embed(withoutXmp, 'jpeg'), 'jpeg');
      assert.match(parameters[0] ?? '', /^theirs\n/);
      assert.equal(json.length, 1);
    });

    it('leaves out what a segment cannot hold', () => {
      const long = { ...plainRecord, prompt: 'x'.repeat(40_000) };
      const one = readTexts(embed(fixture('baseline.jpg'), 'jpeg', long), 'jpeg');
      assert.deepEqual([one.parameters.length, one.json.length], [0, 1]);
      const tooLong = { ...plainRecord, prompt: 'x'.repeat(70_000) };
      assert.deepEqual(embed(fixture('baseline.jpg'), 'jpeg', tooLong), Buffer.from(fixture('baseline.jpg')));
    });

    it('leaves damaged EXIF and strange XMP alone', () => {
      const damaged = Buffer.from(fixture('described.jpg'));
      damaged.write('??', damaged.indexOf('Exif\0\0') + 6, 'latin1');
      damaged.write('</rdf:rdf>', damaged.indexOf('</rdf:RDF>'), 'latin1');
      assert.deepEqual(embed(damaged, 'jpeg'), damaged);
    });
  });

  describe('in WebP', () => {
    const flags = (file: Buffer): number => file[20] ?? 0;

    for (const [name, alpha] of [
      ['lossy.webp', 0],
      ['lossless.webp', 0],
      ['losslessAlpha.webp', 0x10],
      ['lossyAlpha.webp', 0x10],
    ] as const) {
      it(`gives ${name} the right extended header`, () => {
        const file = embed(fixture(name), 'webp');
        assert.equal(file.toString('latin1', 12, 16), 'VP8X');
        assert.equal(flags(file), alpha + 0x08 + 0x04);
        assert.equal(file.readUInt32LE(4) + 8, file.length);
        assert.equal(file.length % 2, 0);
      });
    }

    it('keeps the flags of an animation', () => {
      const [original, file] = [Buffer.from(fixture('animated.webp')), embed(fixture('animated.webp'), 'webp')];
      assert.equal(flags(file), flags(original) | 0x08 | 0x04);
      assert.deepEqual(file.subarray(24, 30), original.subarray(24, 30));
    });

    it('pads the last chunk where its writer did not', () => {
      const padded = Buffer.from(fixture('losslessAlpha.webp'));
      const file = embed(padded.subarray(0, -1), 'webp');
      assert.deepEqual(file, embed(padded, 'webp'));
    });
  });
});

/** The part of a file that a decoder makes pixels from. */
function pixels(file: Buffer, format: ImageFormat): Buffer {
  if (format === 'png') return file.subarray(file.indexOf('IDAT') - 4);
  if (format === 'jpeg') return file.subarray(file.indexOf(Buffer.from([0xff, 0xdb])));
  const parts: Buffer[] = [];
  for (let at = 12; at < file.length;) {
    const length = file.readUInt32LE(at + 4);
    const type = file.toString('latin1', at, at + 4);
    if (!['VP8X', 'EXIF', 'XMP '].includes(type)) parts.push(file.subarray(at, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return Buffer.concat(parts);
}
