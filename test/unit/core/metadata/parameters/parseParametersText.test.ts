import assert from 'node:assert/strict';
import { parametersText } from '../../../../../src/core/metadata/parameters/parametersText.ts';
import { parseParametersText } from '../../../../../src/core/metadata/parameters/parseParametersText.ts';
import type { ImageSettings } from '../../../../../src/core/metadata/imageSettings.ts';
import type { GenerationRecord } from '../../../../../src/core/metadata/record.ts';
import { randomNumbers } from '../../../fixtures/randomNumbers.ts';
import { workTime } from '../../../fixtures/workTime.ts';
import { nastyText } from '../../nastyText.ts';
import { readA1111 } from '../readA1111.ts';
import { plainRecord } from '../records.ts';

function settingsOf(...lines: readonly string[]): ImageSettings['settings'] | undefined {
  return parseParametersText(lines.join('\n'))?.settings;
}

describe('parseParametersText', () => {
  it('reads what AUTOMATIC1111 writes', () => {
    assert.deepEqual(
      settingsOf(
        'a girl with a beret, ((eyeshadow)), <lora:detail:0.6>, (alley:1.2)',
        'second line',
        'Negative prompt: ugly, [blurry], EasyNegative',
        'and more',
        'Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, Seed: 965400086, Size: 512x768, ' +
          'Model hash: 6ce0161689, Model: v1-5-pruned-emaonly, Denoising strength: 0.7, Clip skip: 2, Hires upscale: 2, ' +
          'Lora hashes: "detail: e3f9c2b1a8d7, other: 1", ControlNet 0: "Module: canny, Model: c [d], Seed: 5", ' +
          'TI hashes: "EasyNegative: c74b4e810b03", Version: v1.10.1',
      ),
      {
        prompt: 'a girl with a beret, ((eyeshadow)), <lora:detail:0.6>, (alley:1.2)\nsecond line',
        negativePrompt: ['ugly, [blurry], EasyNegative\nand more'],
        steps: 20,
        scheduler: 'DPM++ 2M Karras',
        guidanceScale: 7.5,
        seed: '965400086',
        width: 512,
        height: 768,
        model: 'v1-5-pruned-emaonly',
      },
    );
  });

  it('reads what Forge writes for FLUX', () => {
    assert.deepEqual(
      settingsOf(
        'a fox',
        'Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 1, Size: 896x1152, ' +
          'Model hash: 1234abcd, Model: flux1-dev-bnb-nf4-v2, Version: f2.0.1, Module 1: ae',
      ),
      {
        prompt: 'a fox',
        steps: 20,
        scheduler: 'Euler Simple',
        guidanceScale: 3.5,
        seed: '1',
        width: 896,
        height: 1152,
        model: 'flux1-dev-bnb-nf4-v2',
      },
    );
  });

  it('reads what Civitai writes, with JSON between the settings', () => {
    const resources =
      '[{"type":"checkpoint","modelName":"Steps: 1, Seed: 2 [x] \\"}","weight":1},{"type":"lora","Size: 1x1":[]}]';
    assert.deepEqual(
      settingsOf(
        'a fox',
        'Negative prompt: bad',
        'Steps: 25, Sampler: Undefined, CFG scale: 4, Seed: 894409639, Size: 832x1216, Clip skip: 2, ' +
          `Created Date: 2024-09-23T06:17:42.9952795Z, Civitai resources: ${resources}, Civitai metadata: {"remixOfId":1}`,
      ),
      {
        prompt: 'a fox',
        negativePrompt: ['bad'],
        steps: 25,
        guidanceScale: 4,
        seed: '894409639',
        width: 832,
        height: 1216,
      },
    );
  });

  it('reads what ComfyUI’s savers write', () => {
    assert.deepEqual(
      settingsOf(
        'a fox',
        'Negative prompt: ',
        'Steps: 8, Sampler: euler_simple, CFG scale: 1.0, Seed: 18446744073709551615, Size: 1024x1024, ' +
          'Model: sd_xl_base_1.0, Hashes: {"model":"31e35c80fc", "LORA:a, b":"1"}, Version: ComfyUI',
      ),
      {
        prompt: 'a fox',
        steps: 8,
        scheduler: 'euler_simple',
        guidanceScale: 1,
        seed: '18446744073709551615',
        width: 1024,
        height: 1024,
        model: 'sd_xl_base_1.0',
      },
    );
  });

  it('reads a text whose lines were put into one', () => {
    const settings = 'Steps: 23, Sampler: Euler a, CFG scale: 3.5, Seed: 17';
    const found = { steps: 23, scheduler: 'Euler a', guidanceScale: 3.5, seed: '17' };
    assert.deepEqual(settingsOf(`a fox, red Negative prompt: bad ${settings}`), {
      prompt: 'a fox, red',
      negativePrompt: ['bad'],
      ...found,
    });
    assert.deepEqual(settingsOf(`a fox Negative prompt: ${settings}`), { prompt: 'a fox', ...found });
    assert.deepEqual(settingsOf(`a fox ${settings}`), { prompt: 'a fox', ...found });
    assert.deepEqual(settingsOf(`Sampler: Euler a, Seed: 17, ${settings}`), { prompt: '', ...found });
  });

  it('finds the settings before what extensions have written behind them', () => {
    assert.deepEqual(
      settingsOf(
        'a red fox',
        'Steps: 4, Sampler: LCM, Seed: 3, Size: 64x64',
        'Template: a {red|blue} fox',
        'Negative Template: x',
      ),
      { prompt: 'a red fox', steps: 4, scheduler: 'LCM', seed: '3', width: 64, height: 64 },
    );
  });

  it('takes the hash of a model only where there is no name', () => {
    assert.equal(settingsOf('a', 'Steps: 1, Seed: 1, Model hash: abc, Model: name')?.model, 'name');
    assert.equal(settingsOf('a', 'Steps: 1, Seed: 1, Model hash: abc')?.model, 'abc');
  });

  it('names sampler and schedule once', () => {
    const scheduler = (settings: string): string | undefined =>
      settingsOf('a', `Steps: 1, Seed: 1, ${settings}`)?.scheduler;
    assert.equal(scheduler('Sampler: DPM++ 2M Karras, Schedule type: Karras'), 'DPM++ 2M Karras');
    assert.equal(scheduler('Sampler: Euler a, Schedule type: Automatic'), 'Euler a');
    assert.equal(scheduler('Sampler: Euler a'), 'Euler a');
    assert.equal(scheduler('Schedule type: Karras'), undefined);
  });

  it('leaves out what is out of range or no number', () => {
    assert.deepEqual(
      settingsOf('a', 'Steps: 0, Sampler: , CFG scale: 101, Seed: 18446744073709551616, Size: 8x99999, Model: ""'),
      { prompt: 'a' },
    );
    assert.deepEqual(settingsOf('a', 'Steps: 0x10, CFG scale: 1e3, Seed: -1, Size: 512'), { prompt: 'a' });
    assert.deepEqual(settingsOf('a', 'Steps: 1.5, CFG scale: nan, Seed: 1.0, Size: 512 x 512'), { prompt: 'a' });
  });

  it('takes a text without settings for a prompt that proves nothing', () => {
    for (const text of ['a fox', 'a fox\nSteps: 20, Seed: 5', 'one: two, three: four']) {
      assert.deepEqual(parseParametersText(text), { settings: { prompt: text }, isCertain: false });
    }
    assert.equal(parseParametersText('a fox\nNegative prompt: bad')?.isCertain, true);
  });

  it('finds nothing where nothing can be used', () => {
    for (const text of ['', ' \n\0', '{"prompt": "a fox", "steps": 3, "seed": 5}', '[1]', 'x'.repeat(10_001)]) {
      assert.equal(parseParametersText(text), undefined);
    }
  });

  it('reads what we write, but for the limits of the format', () => {
    const random = randomNumbers(21);
    for (let round = 0; round < 2500; round += 1) {
      const record = randomRecord(random);
      const text = parametersText(record);
      const parsed = parseParametersText(text);
      assert.deepEqual(parsed, { settings: expectedSettings(record), isCertain: true });
      // And AUTOMATIC1111 itself finds the same words.
      const theirs = readA1111(text);
      assert.equal(theirs.prompt.trim(), parsed?.settings.prompt);
      assert.equal(theirs.negativePrompt.trim(), (parsed?.settings.negativePrompt ?? [''])[0]);
    }
  });

  for (const [name, line] of [
    ['letters', 'a'.repeat(500_000)],
    ['spaces', `x${' '.repeat(500_000)}y`],
    ['names', 'ab:'.repeat(200_000)],
    ['opening brackets', 'ab:[,'.repeat(100_000)],
    ['opening quotes', 'ab:",'.repeat(100_000)],
    ['quotes and backslashes', 'ab:"\\",'.repeat(100_000)],
    ['backslashes', `ab:"${'\\'.repeat(500_000)}`],
    ['brackets with open quotes', 'ab:["x,'.repeat(80_000)],
    ['settings', 'Steps: 20, '.repeat(60_000)],
    ['lines', 'Steps: 20, a: b, c: d\n'.repeat(40_000)],
    ['marks', 'Negative prompt: '.repeat(40_000)],
    ['line breaks', '\n'.repeat(500_000)],
  ] as const) {
    it(`is quick with nothing but ${name}`, async () => {
      for (const text of [line, `a fox\n${line}`, `Steps: 20, ${line}`]) {
        const time = await workTime(() => parseParametersText(text));
        assert.ok(time < 1000, `${Math.round(time)} ms`);
      }
    });
  }
});

function randomRecord(random: () => number): GenerationRecord {
  const below = (limit: number): number => Math.floor(random() * limit);
  const text = (most: number): string =>
    Array.from({ length: 1 + below(most) }, () => nastyText[below(nastyText.length)]).join('');
  const digits = Array.from({ length: 1 + below(19) }, () => below(10)).join('');
  const all = {
    negativePrompt: Array.from({ length: below(4) }, () => text(5)),
    width: 16 + below(2000),
    height: 16 + below(2000),
    steps: 1 + below(1000),
    guidanceScale: [below(101), random() * 100, random() / 1e9, 0][below(4)],
    scheduler: text(3),
    seed: BigInt(digits).toString(),
  };
  const parameters = Object.fromEntries(Object.entries(all).filter(() => random() < 0.7));
  const prompt = random() < 0.05 ? 'Steps: 1, Sampler: x, Seed: 2, Size: 3x3' : text(12);
  return {
    ...plainRecord,
    prompt,
    model: `m${text(4)}`,
    width: 16 + below(9000),
    height: 16 + below(9000),
    parameters,
  };
}

/** What is left of a record: the limits are those that `parametersText.ts` and `readA1111.ts` show. */
function expectedSettings(record: GenerationRecord): ImageSettings['settings'] {
  const { negativePrompt = [], width: _, height: __, scheduler, ...numbers } = record.parameters;
  const negative = lines(negativePrompt.join(', '));
  const model = record.model.trim();
  return {
    prompt: lines(record.prompt),
    ...(/\p{Cc}/u.test(model) ? {} : { model }),
    ...(negative === '' ? {} : { negativePrompt: [negative] }),
    width: record.width,
    height: record.height,
    ...numbers,
    ...(scheduler === undefined || /\p{Cc}/u.test(scheduler) || scheduler.trim() === ''
      ? {}
      : { scheduler: scheduler.trim() }),
  };
}

function lines(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
