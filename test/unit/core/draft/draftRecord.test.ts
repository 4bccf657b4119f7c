// A draft's file: what it says of itself, and what is made of that.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { joinBytes } from '../../../../src/core/bytes/joinBytes.ts';
import { codeFor, codeLanguages } from '../../../../src/core/code/codeFor.ts';
import { whoIsAsked } from '../../../../src/core/code/whoIsAsked.ts';
import { draftHeadBytes, hasDraftMark } from '../../../../src/core/draft/draftMark.ts';
import { isDraft } from '../../../../src/core/draft/isDraft.ts';
import { generate } from '../../../../src/core/generate.ts';
import { embedRecord } from '../../../../src/core/metadata/embedRecord.ts';
import type { GenerationRecord } from '../../../../src/core/metadata/record.ts';
import { readSettings } from '../../../../src/core/metadata/readSettings.ts';
import { emptyForm } from '../../../../src/core/sidebar/formValues.ts';
import { formWith } from '../../../../src/core/sidebar/formWith.ts';
import { inflatePixels } from '../../../../src/files/inflatePixels.ts';
import { isDraftFile } from '../../../../src/files/isDraftFile.ts';
import { temporaryFolder } from '../../files/temporaryFolder.ts';
import { readA1111 } from '../metadata/readA1111.ts';
import { plainRecord } from '../metadata/records.ts';
import { pngWith } from '../metadata/pictures.ts';
import { draw, requestOf } from './drawing.ts';

const parameters = {
  ...{ negativePrompt: ['fog'], width: 64, height: 48, steps: 4, guidanceScale: 3.5, scheduler: 'DDIM' },
  seed: '18446744073709551615',
} as const;

interface Made {
  readonly file: Uint8Array;
  readonly record: GenerationRecord;
}

/** By the whole story, as every other picture. */
async function makeDraft(prompt: string, embedSettings = true): Promise<Made> {
  let file = new Uint8Array();
  const { record } = await generate<string>(
    requestOf(prompt, parameters),
    { embedSettings, generator: 'Depict 0.1.0' },
    {
      infer: (request) => draw(request.prompt, request.parameters),
      inflate: inflatePixels,
      save: ({ pieces }) => {
        file = new Uint8Array(Buffer.concat(pieces));
        return Promise.resolve({ place: 'a.png', bytes: file.length });
      },
      remember: () => undefined,
      onStage: () => undefined,
      now: () => new Date(0),
      randomSeed: () => '7',
    },
  );
  return { file, record };
}

describe('a draft', () => {
  const folder = temporaryFolder();

  it('has the whole request in its file, for the real picture', async () => {
    const { file, record } = await makeDraft('a lighthouse');
    const read = await readSettings(file, inflatePixels);
    assert.deepEqual(read?.record, record);
    assert.equal(record.provider, 'draft');
    assert.equal(record.model, 'black-forest-labs/FLUX.1-schnell');
    assert.deepEqual(record.parameters, parameters);
    assert.ok(isDraft(record));
    assert.ok(!isDraft(plainRecord));
  });

  it('says in the text for other programs too that it is one, and they read all the rest', async () => {
    const { file } = await makeDraft('a lighthouse');
    const { prompt, negativePrompt, settings } = readA1111((await readSettings(file, inflatePixels))?.text ?? '');
    assert.deepEqual([prompt, negativePrompt, settings['Draft']], ['a lighthouse', 'fog', 'true']);
    assert.deepEqual([settings['Steps'], settings['Seed']], ['4', parameters.seed]);
  });

  it('is asked for again without its provider: by whom the settings say', async () => {
    const { file } = await makeDraft('a lighthouse');
    const settings = (await readSettings(file, inflatePixels))?.settings;
    assert.deepEqual(settings, { prompt: 'a lighthouse', model: 'black-forest-labs/FLUX.1-schnell', ...parameters });
    assert.equal(formWith(settings, { ...emptyForm, provider: 'fal-ai' }).provider, 'fal-ai');
    assert.equal(formWith(settings, emptyForm).provider, '');
  });

  it('is as code a call of the real thing', async () => {
    const { record } = await makeDraft('a lighthouse');
    for (const setting of ['auto', 'fal-ai', 'draft']) {
      const { provider } = whoIsAsked(record.provider, setting, undefined);
      for (const language of codeLanguages) {
        assert.doesNotMatch(codeFor(language, { ...record, provider }), /draft/, `${language} ${setting}`);
      }
    }
    assert.equal(whoIsAsked(record.provider, 'fal-ai', undefined).provider, 'fal-ai');
  });

  it('knows that it is one where the settings are not written into files, and says no more', async () => {
    const { file } = await makeDraft('a lighthouse', false);
    assert.equal(await readSettings(file, inflatePixels), undefined);
    assert.equal(hasDraftMark(file), true);
    assert.ok(!Buffer.from(file).includes('lighthouse'));
  });

  it('is found by the head of its file, whatever prompt stands before the mark', async () => {
    for (const prompt of ['a fox', '灯'.repeat(10_000), '\u0085x'.repeat(5000), '"\\'.repeat(5000)]) {
      const { file } = await makeDraft(prompt);
      assert.equal(hasDraftMark(file.subarray(0, draftHeadBytes)), true);
    }
  });

  it('is no other picture', async () => {
    const real = pngWith();
    assert.equal(hasDraftMark(real), false);
    assert.equal(hasDraftMark(joinBytes(...embedRecord(real, 'png', plainRecord))), false);
    assert.equal(hasDraftMark(Buffer.from('\u00ff\u00d8\u00ff\u00e0 and so on', 'latin1')), false);
    assert.equal(hasDraftMark(real.subarray(0, 20)), undefined);
    assert.equal(hasDraftMark(new Uint8Array()), false);
  });

  it('is told from other files on the disk', async () => {
    const long = await makeDraft('灯'.repeat(9_000));
    const files = {
      draft: (await makeDraft('a fox')).file,
      long: long.file,
      real: pngWith(),
      empty: new Uint8Array(),
    };
    const answers = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => {
        await writeFile(path.join(folder(), name), bytes);
        return [name, await isDraftFile(path.join(folder(), name))];
      }),
    );
    assert.deepEqual(Object.fromEntries(answers), { draft: true, long: true, real: false, empty: false });
    assert.equal(await isDraftFile(path.join(folder(), 'missing')), false);
    assert.equal(await isDraftFile(folder()), false);
  });
});
