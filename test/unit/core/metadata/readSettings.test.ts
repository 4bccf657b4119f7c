import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { ImageFormat } from '../../../../src/core/image.ts';
import { embedRecord } from '../../../../src/core/metadata/embedRecord.ts';
import type { ImageSettings } from '../../../../src/core/metadata/imageSettings.ts';
import { parametersText } from '../../../../src/core/metadata/parameters/parametersText.ts';
import { readSettings } from '../../../../src/core/metadata/readSettings.ts';
import { inflatePixels } from '../../../../src/files/inflatePixels.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { pngChunk } from '../../fixtures/makePng.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';
import { workTime } from '../../fixtures/workTime.ts';
import { app1, exif, iTxt, jpegSegment, jpegWith, pngWith, unicode, webpWith } from './pictures.ts';
import { nastyRecord, plainRecord } from './records.ts';

function read(bytes: Uint8Array): Promise<ImageSettings | undefined> {
  return readSettings(new Uint8Array(bytes), inflatePixels);
}

const text = 'a fox, 灯台\nNegative prompt: bad\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 16357541570974532001';
const settings = {
  prompt: 'a fox, 灯台',
  negativePrompt: ['bad'],
  steps: 20,
  scheduler: 'Euler a',
  guidanceScale: 7,
  seed: '16357541570974532001',
};
const theirs: ImageSettings = { source: 'a1111', settings, text };
const json = JSON.stringify(plainRecord);
const { prompt, model, parameters } = plainRecord;

function packet(description: string, namespaces = ''): string {
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"${namespaces}>` +
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>`
  );
}

const escaped = json.replaceAll('"', '&quot;');
const attribute = packet(`<rdf:Description xmlns:depict="urn:depict:1.0:" depict:record="${escaped}"/>`);
const xmpName = 'http://ns.adobe.com/xap/1.0/\0';

describe('readSettings', () => {
  for (const [name, format] of [
    ['colour.png', 'png'],
    ['palette.png', 'png'],
    ['baseline.jpg', 'jpeg'],
    ['described.jpg', 'jpeg'],
    ['lossy.webp', 'webp'],
    ['animated.webp', 'webp'],
    ['described.webp', 'webp'],
  ] as const) {
    const embed = (record: typeof plainRecord): Uint8Array =>
      new Uint8Array(Buffer.concat(embedRecord(fixture(name), format, record)));

    for (const [kind, record] of [
      ['plain', plainRecord],
      ['nasty', nastyRecord],
    ] as const) {
      it(`reads back a ${kind} record that was written into ${name}`, async () => {
        const found = await read(embed(record));
        assert.equal(found?.source, 'depict');
        assert.deepEqual(found.record, record);
        assert.deepEqual(found.settings, { prompt: record.prompt, model: record.model, ...record.parameters });
        if (kind === 'plain') assert.equal(found.text, parametersText(record));
      });
    }

    it(`never throws at a damaged ${name}`, async () => {
      const random = randomNumbers(name.length);
      const original = embed(plainRecord);
      for (let round = 0; round < 400; round += 1) {
        const damaged = original.slice(0, random() < 0.3 ? Math.floor(random() * original.length) : undefined);
        for (let changes = 0; changes < 3; changes += 1) {
          damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
        }
        await read(damaged);
      }
    });
  }

  for (const name of [
    'colour.png',
    'baseline.jpg',
    'described.jpg',
    'lossy.webp',
    'described.webp',
    'still.gif',
    'still.avif',
  ]) {
    it(`finds nothing in ${name}`, async () => assert.equal(await read(fixture(name)), undefined));
  }

  it('finds nothing in what is no picture', async () => {
    for (const bytes of ['', '\x89PNG', 'RIFF', '<svg/>', '\xff\xd8\xff']) {
      assert.equal(await read(Buffer.from(bytes, 'latin1')), undefined);
    }
  });

  describe('from PNG', () => {
    const tExt = pngChunk('tEXt', Buffer.from(`parameters\0${text}`));
    const compressed = deflateSync(Buffer.from(text));
    for (const [name, bytes] of [
      ['UTF-8 in tEXt', pngWith(tExt)],
      ['iTXt', pngWith(iTxt('parameters', Buffer.from(text)))],
      ['iTXt with a language', pngWith(iTxt('parameters', Buffer.from(text), false, 'de-DE'))],
      ['compressed iTXt', pngWith(iTxt('parameters', compressed, true))],
      ['zTXt', pngWith(pngChunk('zTXt', Buffer.concat([Buffer.from('parameters\0\0'), compressed])))],
      ['EXIF', pngWith(pngChunk('eXIf', exif({ value: unicode(text) })))],
      ['a text that ends in a NUL', pngWith(pngChunk('tEXt', Buffer.from(`parameters\0${text}\0`)))],
    ] as const) {
      it(`reads ${name}`, async () => {
        const { text: found, ...rest } = (await read(bytes)) ?? {};
        assert.deepEqual(rest, { source: 'a1111', settings });
        assert.equal(found?.replace('\0', ''), text);
      });
    }

    it('reads Latin-1 in tEXt', async () => {
      const latin = pngChunk('tEXt', Buffer.from('parameters\0un été à la mer', 'latin1'));
      assert.equal((await read(pngWith(latin)))?.settings.prompt, 'un été à la mer');
    });

    it('reads what stands behind the pixels', async () => {
      const picture = Buffer.from(pngWith());
      const end = picture.length - 12;
      assert.deepEqual(await read(Buffer.concat([picture.subarray(0, end), tExt, picture.subarray(end)])), theirs);
    });

    it('passes over other keywords', async () => {
      const others = ['Parameters', 'prompt', 'workflow', 'Comment'].map((keyword) =>
        pngChunk('tEXt', Buffer.from(`${keyword}\0${text}`)),
      );
      assert.equal(await read(pngWith(...others)), undefined);
    });

    it('reads our own, compressed by another program, or from XMP', async () => {
      for (const chunk of [
        iTxt('depict', deflateSync(Buffer.from(json)), true),
        iTxt('XML:com.adobe.xmp', Buffer.from(attribute)),
      ]) {
        const found = await read(pngWith(tExt, chunk));
        assert.equal(found?.source, 'depict');
        assert.deepEqual(found.record, plainRecord);
        assert.equal(found.text, text);
      }
    });

    it('does without what is damaged or too large', async () => {
      const bomb = deflateSync(Buffer.alloc(50_000_000, 'x'));
      for (const chunk of [
        iTxt('depict', Buffer.from('no stream'), true),
        iTxt('depict', bomb, true),
        iTxt('parameters', bomb, true),
        iTxt('depict', Buffer.alloc(2_000_000, 'x')),
        pngChunk('zTXt', Buffer.from('depict\0\u0001abc')),
        pngChunk('zTXt', Buffer.from('depict')),
        pngChunk('iTXt', Buffer.from('depict\0\0\0')),
        pngChunk('iTXt', Buffer.from('depict')),
        pngChunk('tEXt', Buffer.alloc(0)),
        pngChunk('eXIf', Buffer.from('MM')),
      ]) {
        const found = await read(pngWith(chunk, tExt));
        assert.deepEqual(found, theirs);
      }
    });

    it('inflates no more than it has to', async () => {
      let most = 0;
      const bomb = deflateSync(Buffer.alloc(50_000_000, 'x'));
      await readSettings(pngWith(iTxt('parameters', bomb, true)), (compressed, onBytes) => {
        let sum = 0;
        return inflatePixels(compressed, (chunk) => {
          sum += chunk.length;
          most = Math.max(most, sum);
          return onBytes(chunk);
        });
      });
      assert.ok(most > 1024 * 1024 && most < 1024 * 1024 + 128 * 1024, String(most));
    });
  });

  describe('from JPEG and WebP', () => {
    const values: readonly (readonly [string, Parameters<typeof exif>[0]])[] = [
      ['big-endian UTF-16', { value: unicode(text) }],
      ['big-endian UTF-16 in a little-endian file', { value: unicode(text), order: 'II' }],
      ['little-endian UTF-16', { value: unicode(text, 'II'), order: 'II' }],
      ['little-endian UTF-16 in a big-endian file', { value: unicode(text, 'II') }],
      ['UTF-16 with a byte order mark', { value: unicode(`\ufeff${text}`) }],
      ['little-endian UTF-16 with a byte order mark', { value: unicode(`\ufeff${text}`, 'II') }],
      ['UTF-8 under a wrong name', { value: Buffer.from(`UNICODE\0${text}`) }],
      ['UTF-8 under the name of ASCII', { value: Buffer.from(`ASCII\0\0\0${text}`) }],
      ['UTF-8 without a name', { value: Buffer.from(`\0\0\0\0\0\0\0\0${text}`) }],
      ['UTF-8 without the place for a name', { value: Buffer.from(text), type: 2 }],
      ['a comment in the first directory', { value: unicode(text), first: true }],
    ];
    for (const [name, comment] of values) {
      it(`reads ${name}`, async () => {
        const data = exif(comment);
        const expected = { source: 'a1111', settings };
        for (const bytes of [
          jpegWith(app1('Exif\0\0', data)),
          webpWith(['EXIF', data]),
          webpWith(['EXIF', Buffer.concat([Buffer.from('Exif\0\0'), data])]),
        ]) {
          const { text: _, ...rest } = (await read(bytes)) ?? {};
          assert.deepEqual(rest, expected);
        }
      });
    }

    it('reads the comment of a JPEG', async () => {
      assert.deepEqual(await read(jpegWith(jpegSegment(0xfe, Buffer.from(text)))), theirs);
    });

    it('takes no photographer’s remark for a prompt', async () => {
      for (const remark of ['Holidays in Ulm', '{"lens": "x"}', 'Lens: 50 mm, Light: good', '\0\0\0', '   ']) {
        assert.equal(await read(jpegWith(app1('Exif\0\0', exif({ value: unicode(remark) })))), undefined);
        assert.equal(await read(jpegWith(jpegSegment(0xfe, Buffer.from(remark)))), undefined);
      }
    });

    it('takes the settings behind a photographer’s remark', async () => {
      const remark = jpegSegment(0xfe, Buffer.from('CREATOR: gd-jpeg v1.0'));
      assert.deepEqual(await read(jpegWith(remark, jpegSegment(0xfe, Buffer.from(text)))), theirs);
    });

    const packets: readonly (readonly [string, string])[] = [
      ['as we write it', attribute],
      ['with single quotes', packet(`<rdf:Description xmlns:d='urn:depict:1.0:'\n  d:record = '${json}'/>`)],
      [
        'as an element, as ExifTool writes it',
        packet(
          `<rdf:Description xmlns:depict='urn:depict:1.0:'>\n<depict:record>${json}</depict:record></rdf:Description>`,
        ),
      ],
      [
        'with the namespace further up',
        packet(`<rdf:Description a.b:record="${escaped}"/>`, ' xmlns:a.b="urn:depict:1.0:"'),
      ],
      [
        'with numbers for characters',
        packet(
          `<rdf:Description xmlns:depict="urn:depict:1.0:" depict:record="${json.replaceAll('"', '&#34;').replaceAll('a', '&#x61;')}"/>`,
        ),
      ],
      [
        'beside properties with such a name',
        packet(
          `<rdf:Description xmlns:d="urn:depict:1.0:" xmlns:xd="urn:x" xd:record="{}" d:records="{}" d:record="${escaped}"/>`,
        ),
      ],
    ];
    for (const [name, xmp] of packets) {
      it(`reads our own from XMP ${name}`, async () => {
        const expected: ImageSettings = {
          source: 'depict',
          record: plainRecord,
          settings: { prompt, model, ...parameters },
        };
        assert.deepEqual(await read(jpegWith(app1(xmpName, Buffer.from(xmp)))), expected);
        assert.deepEqual(await read(webpWith(['XMP ', Buffer.from(xmp)])), expected);
        assert.deepEqual(await read(webpWith(['XMP ', Buffer.from(`\ufeff${xmp}`, 'utf16le')])), expected);
      });
    }

    it('reads XMP that was split', async () => {
      const guid = 'C9E75ADF5DB7B1FDF5D4801ABC4A8102';
      const long = Buffer.from(attribute.replace('</rdf:RDF>', `<!--${'x'.repeat(90_000)}--></rdf:RDF>`));
      const part = (start: number, end: number, name = guid, whole = long.length): Buffer => {
        const numbers = Buffer.alloc(8);
        numbers.writeUInt32BE(whole, 0);
        numbers.writeUInt32BE(start, 4);
        const data = Buffer.concat([Buffer.from(name), numbers, long.subarray(start, end)]);
        return app1('http://ns.adobe.com/xmp/extension/\0', data);
      };
      const main = app1(xmpName, Buffer.from(packet(`<rdf:Description xmpNote:HasExtendedXMP="${guid}"/>`)));
      const other = 'D9E75ADF5DB7B1FDF5D4801ABC4A8102';
      const parts = [part(60_000, 200_000), part(0, 100, other), part(0, 60_000)];
      assert.deepEqual((await read(jpegWith(main, ...parts)))?.record, plainRecord);
      assert.equal(await read(jpegWith(main, part(60_000, 200_000))), undefined);
      assert.equal(await read(jpegWith(...parts)), undefined);
      assert.equal(await read(jpegWith(main, part(0, 60_000, guid, 0xffff_ffff))), undefined);
      assert.equal(await read(jpegWith(main, part(0, 60_000, guid, 100))), undefined);
    });

    it('does without EXIF that leads nowhere', async () => {
      const good = exif({ value: unicode(text) });
      const changed = (at: number, ...bytes: readonly number[]): Buffer => {
        const copy = Buffer.from(good);
        copy.set(bytes, at);
        return copy;
      };
      for (const data of [
        Buffer.alloc(0),
        Buffer.from('MM\0*'),
        changed(4, 0xff, 0xff, 0xff, 0xff),
        changed(8, 0xff, 0xff),
        changed(18, 0, 0, 0, 8), // The second directory is the first again.
        changed(18, 0, 0, 0, 0),
        changed(18, 0xff, 0xff, 0xff, 0xff),
        changed(32, 0xff, 0xff, 0xff, 0xff),
        changed(36, 0xff, 0xff, 0xff, 0xf0),
        changed(30, 0, 5),
      ]) {
        assert.equal(await read(jpegWith(app1('Exif\0\0', data))), undefined);
        assert.equal(await read(webpWith(['EXIF', data])), undefined);
      }
    });
  });

  describe('of a record from a stranger', () => {
    const readRecord = (fields: unknown): Promise<ImageSettings | undefined> =>
      read(pngWith(iTxt('depict', Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields)))));

    it('leaves out what is not known, of another type or out of range', async () => {
      const found = await readRecord({
        ...plainRecord,
        endpoint: 'https://evil.example',
        folder: '/etc',
        parameters: {
          ...plainRecord.parameters,
          negativePrompt: ['a', 5],
          width: 1e9,
          height: '768',
          steps: 2.5,
          guidanceScale: null,
          scheduler: { x: 1 },
          seed: 2 ** 60,
          folder: '/etc',
          billTo: 'x',
        },
      });
      assert.deepEqual(found, {
        source: 'depict',
        settings: { prompt, model },
        record: { ...plainRecord, parameters: {} },
      });
    });

    it('keeps the settings of a record that is not whole', async () => {
      const { createdAt: _, ...without } = plainRecord;
      for (const fields of [
        without,
        { ...plainRecord, createdAt: 'yesterday' },
        { ...plainRecord, createdAt: '2026-99-02T03:04:05Z' },
        { ...plainRecord, width: 0 },
        { ...plainRecord, height: '768' },
        { ...plainRecord, provider: 'x'.repeat(201) },
        { ...plainRecord, generator: 'a\nb' },
      ]) {
        assert.deepEqual(await readRecord(fields), { source: 'depict', settings: { prompt, model, ...parameters } });
      }
      assert.deepEqual(await readRecord({ version: 1, prompt, model: 5, parameters: [] }), {
        source: 'depict',
        settings: { prompt },
      });
    });

    it('keeps every digit of a seed', async () => {
      const seed = '18446744073709551615';
      assert.equal((await readRecord({ ...plainRecord, parameters: { seed } }))?.settings.seed, seed);
      assert.equal((await readRecord({ ...plainRecord, parameters: { seed: 42 } }))?.settings.seed, '42');
      assert.equal((await readRecord({ ...plainRecord, parameters: { seed: `${seed}0` } }))?.settings.seed, undefined);
    });

    it('falls back to the text beside it where it is of no use', async () => {
      const tExt = pngChunk('tEXt', Buffer.from(`parameters\0${text}`));
      for (const fields of [
        { ...plainRecord, version: 2 },
        { ...plainRecord, version: '1' },
        { ...plainRecord, prompt: ' ' },
        { ...plainRecord, prompt: 5 },
        { ...plainRecord, prompt: 'x'.repeat(10_001) },
        [plainRecord],
        null,
        'no JSON',
        '',
        '{"__proto__":{"version":1,"prompt":"x"}}',
        '['.repeat(200_000),
      ]) {
        const written = Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields));
        assert.deepEqual(await read(pngWith(tExt, iTxt('depict', written))), theirs);
        assert.equal(await readRecord(fields), undefined);
      }
    });

    it('reads a second record where the first is damaged', async () => {
      const chunks = ['{', json].map((each) => iTxt('depict', Buffer.from(each)));
      assert.deepEqual((await read(pngWith(...chunks)))?.record, plainRecord);
    });

    it('lets nothing through by way of names that every object has', async () => {
      const found = await readRecord(
        `{"version":1,"prompt":"x","parameters":{"__proto__":{"steps":5},"constructor":1}}`,
      );
      assert.deepEqual(found, { source: 'depict', settings: { prompt: 'x' } });
    });

    it('does not fill a form with a thousand negative prompts', async () => {
      const negativePrompt = Array.from({ length: 1000 }, () => 'bad');
      assert.deepEqual(await readRecord({ version: 1, prompt, parameters: { negativePrompt } }), {
        source: 'depict',
        settings: { prompt },
      });
    });
  });

  describe('of a file that was made to be slow', () => {
    const megabytes = (count: number, unit: Buffer): Buffer => Buffer.alloc(count * 1024 * 1024, unit);
    const jpeg = (body: Buffer): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8]), body]);
    const png = (unit: Buffer): Uint8Array => Buffer.concat([pngWith().subarray(0, 33), megabytes(16, unit)]);
    const webp = (unit: Buffer): Uint8Array => {
      const file = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), megabytes(16, unit)]);
      file.writeUInt32LE(file.length - 8, 4);
      return file;
    };
    const emptyIn = (type: string): Buffer => Buffer.from(`${type}\0\0\0\0`, 'latin1');
    const xmp = 'xmlns:d="urn:depict:1.0:" ';

    const files: readonly (readonly [ImageFormat, string, () => Uint8Array])[] = [
      ['png', 'empty chunks', () => png(pngChunk('teSt', Buffer.alloc(0)))],
      ['png', 'empty texts', () => png(pngChunk('tEXt', Buffer.alloc(0)))],
      [
        'png',
        'texts',
        () =>
          png(
            pngChunk(
              'tEXt',
              Buffer.concat([Buffer.from('parameters\0'), megabytes(1, Buffer.from('a: ')).subarray(99)]),
            ),
          ),
      ],
      ['png', 'streams of nothing', () => png(pngChunk('zTXt', Buffer.from('parameters\0\0x')))],
      ['jpeg', 'empty segments', () => jpeg(megabytes(16, Buffer.from([0xff, 0xe1, 0, 2])))],
      ['jpeg', 'markers alone', () => jpeg(megabytes(16, Buffer.from([0xff, 0xd0])))],
      ['jpeg', 'fill bytes', () => jpeg(megabytes(16, Buffer.from([0xff])))],
      ['jpeg', 'escaped bytes', () => jpeg(megabytes(16, Buffer.from([0xff, 0])))],
      ['webp', 'empty chunks', () => webp(emptyIn('EXIF'))],
      ['webp', 'names without values', () => webpWith(['XMP ', Buffer.from(xmp + 'd:record '.repeat(100_000))])],
      [
        'webp',
        'values without ends',
        () => webpWith(['XMP ', Buffer.from(xmp + " d:record='".repeat(1) + ' d:record="'.repeat(80_000))]),
      ],
      ['webp', 'namespaces', () => webpWith(['XMP ', Buffer.from('xmlns:'.repeat(150_000))])],
      ['webp', 'entities', () => webpWith(['XMP ', Buffer.from(`${xmp} d:record="${'&#'.repeat(450_000)}"`)])],
    ];
    for (const [format, name, make] of files) {
      it(`is quick with a ${format} of nothing but ${name}`, async () => {
        const bytes = new Uint8Array(make());
        const time = await workTime(() => readSettings(bytes, inflatePixels));
        assert.ok(time < 1500, `${Math.round(time)} ms`);
      });
    }
  });
});
