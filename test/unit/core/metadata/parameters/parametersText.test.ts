import assert from 'node:assert/strict';
import { parametersText } from '../../../../../src/core/metadata/parameters/parametersText.ts';
import { readA1111 } from '../readA1111.ts';
import { nastyRecord, plainRecord } from '../records.ts';

describe('parametersText', () => {
  it('writes the form that image programs read', () => {
    assert.equal(
      parametersText(plainRecord),
      [
        'a lighthouse at dusk, oil on canvas',
        'Negative prompt: blurry, text',
        'Steps: 4, Sampler: EulerDiscreteScheduler, CFG scale: 3.5, Seed: 16357541570974532001, Size: 1024x768, ' +
          'Model: black-forest-labs/FLUX.1-schnell, Version: Depict 0.1.0',
      ].join('\n'),
    );
  });

  it('leaves out what is not set', () => {
    assert.equal(
      parametersText({ ...plainRecord, parameters: {} }),
      'a lighthouse at dusk, oil on canvas\nSize: 1024x768, Model: black-forest-labs/FLUX.1-schnell, Version: Depict 0.1.0',
    );
  });

  it('is read back by the rules of AUTOMATIC1111', () => {
    assert.deepEqual(readA1111(parametersText(plainRecord)), {
      prompt: 'a lighthouse at dusk, oil on canvas',
      negativePrompt: 'blurry, text',
      settings: {
        Steps: '4',
        Sampler: 'EulerDiscreteScheduler',
        'CFG scale': '3.5',
        Seed: '16357541570974532001',
        'Size-1': '1024',
        'Size-2': '768',
        Model: 'black-forest-labs/FLUX.1-schnell',
        Version: 'Depict 0.1.0',
      },
    });
  });

  it('is read back with several lines in both prompts', () => {
    const record = { ...plainRecord, prompt: 'one\r\ntwo\rthree', parameters: { negativePrompt: ['a\nb', 'c'] } };
    const read = readA1111(parametersText(record));
    assert.equal(read.prompt, 'one\ntwo\nthree');
    assert.equal(read.negativePrompt, 'a\nb, c');
  });

  it('is read back when a prompt looks like settings', () => {
    const prompt = 'Steps: 1, Sampler: x, Seed: 2, Size: 3x3';
    const read = readA1111(parametersText({ ...plainRecord, prompt }));
    assert.equal(read.prompt, prompt);
    assert.equal(read.settings['Steps'], '4');
  });

  const values = [
    'a, b',
    'a: b',
    ':a',
    ',',
    'two\nlines',
    '"quoted"',
    '"half',
    'half"',
    ' spaces ',
    'C:\\x\\',
    '"',
    '名前',
    'x\ty',
    '\u0007',
  ];
  for (const value of values) {
    it(`is read back with the value ${JSON.stringify(value)}`, () => {
      const read = readA1111(
        parametersText({ ...plainRecord, model: value, parameters: { scheduler: value, steps: 2 } }),
      );
      assert.equal(read.settings['Model'], value);
      assert.equal(read.settings['Sampler'], value);
      assert.equal(read.settings['Steps'], '2');
      assert.equal(read.settings['Version'], 'Depict 0.1.0');
    });
  }

  it('keeps control characters out of the prompt', () => {
    const text = parametersText(nastyRecord);
    assert.match(readA1111(text).prompt, /^été "quoted" & <b>bold<\/b>/);
    assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
  });
});
