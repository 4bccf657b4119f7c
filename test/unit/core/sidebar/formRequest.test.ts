import assert from 'node:assert/strict';
import { formProblems, requestOf } from '../../../../src/core/sidebar/formRequest.ts';
import { emptyForm, type FormValues } from '../../../../src/core/sidebar/formValues.ts';
import { formWith } from '../../../../src/core/sidebar/formWith.ts';
import { mostNegatives, mostPrompts } from '../../../../src/core/sidebar/limits.ts';

const labels = {
  negativePrompt: 'Negative prompt',
  width: 'Width',
  height: 'Height',
  steps: 'Steps',
  guidanceScale: 'Guidance scale',
  scheduler: 'Scheduler',
  seed: 'Seed',
  count: 'Images',
};
const styles = { Ink: 'black ink', Poster: 'poster of {prompt}' };
const form = (values: Partial<FormValues>): FormValues => ({ ...emptyForm, prompt: 'a cat', ...values });

describe('what the form asks for', () => {
  it('is nothing but the prompt while the rest is empty', () => {
    const { prompts, common } = requestOf(form({}), styles);
    assert.deepEqual(prompts, ['a cat']);
    const { count, ...others } = common;
    assert.equal(count, 1);
    assert.deepEqual(new Set(Object.values(others)), new Set([null]));
  });

  it('takes numbers as they are typed, with a comma too', () => {
    const { common } = requestOf(form({ width: ' 512 ', guidanceScale: '7,5', steps: '8' }), styles);
    assert.deepEqual([common.width, common.guidanceScale, common.steps], [512, 7.5, 8]);
  });

  it('keeps every digit of a seed, and sends it only when it is locked', () => {
    const seed = '18446744073709551615';
    assert.equal(requestOf(form({ seed, seedLocked: true }), styles).common.seed, seed);
    assert.equal(requestOf(form({ seed, seedLocked: false }), styles).common.seed, null);
  });

  it('takes along the negative prompt that is not a chip yet', () => {
    const { common } = requestOf(form({ negativePrompt: ['fog'], negativeDraft: ' rain ' }), styles);
    assert.deepEqual(common.negativePrompt, ['fog', 'rain']);
  });

  it('makes a prompt of each alternative, with the styles', () => {
    const { prompts, total } = requestOf(form({ prompt: 'a {red|blue} cat', styles: ['Ink', 'Gone'] }), styles);
    assert.deepEqual(prompts, ['a red cat, black ink', 'a blue cat, black ink']);
    assert.equal(total, 2);
  });

  it('tells how many prompts there would be, and writes out none of too many', () => {
    const ten = '{0|1|2|3|4|5|6|7|8|9}';
    const { prompts, total } = requestOf(form({ prompt: ten + ten + ten }), styles);
    assert.deepEqual([prompts, total], [[], 1000]);
    assert.equal(requestOf(form({ prompt: ten + ten }), styles).prompts.length, 100);
  });

  it('takes no time for alternatives within braces without end', () => {
    const start = performance.now();
    assert.deepEqual(requestOf(form({ prompt: '{{a|b}'.repeat(10_000) }), styles).prompts, []);
    assert.ok(performance.now() - start < 1_000);
  });
});

describe('what is wrong with the form', () => {
  const fieldsOf = (values: Partial<FormValues>): readonly string[] =>
    formProblems(form(values), styles, labels).map(({ field }) => field);

  it('is nothing when nothing is', () => assert.deepEqual(fieldsOf({}), []));

  it('is told for each field, once', () => {
    const wrong = {
      prompt: ' ',
      width: 'wide',
      height: '7',
      steps: '-1',
      guidanceScale: '1e9',
      seed: 'x',
      count: '33',
    };
    assert.deepEqual(fieldsOf({ ...wrong, seedLocked: true }), [
      'prompt',
      'width',
      'height',
      'steps',
      'guidanceScale',
      'seed',
      'count',
    ]);
  });

  it('is a missing prompt, also when a style was chosen', () => {
    assert.deepEqual(fieldsOf({ prompt: ' ', styles: ['Ink'] }), ['prompt']);
  });

  it('does not count a seed that is not used', () => assert.deepEqual(fieldsOf({ seed: 'x' }), []));

  it('is alternatives for more prompts than may be sent, and not silently the first of them', () => {
    const problems = formProblems(form({ prompt: '{a|b}'.repeat(9) }), styles, labels);
    assert.deepEqual(problems, [
      { field: 'prompt', problem: { type: 'tooManyPrompts', count: 512, limit: mostPrompts } },
    ]);
    assert.deepEqual(fieldsOf({ prompt: '{a|b}'.repeat(8) }), []);
  });

  it('is the length of a prompt that is sent, not that of its alternatives together', () => {
    const long = (length: number): string => 'x'.repeat(length);
    assert.deepEqual(fieldsOf({ prompt: `a {${long(9_000)}|${long(9_000)}y}` }), []);
    const [found] = formProblems(form({ prompt: `{a|${long(10_001)}}` }), styles, labels);
    assert.deepEqual(found?.problem, { type: 'promptTooLong', length: 10_001, limit: 10_000 });
  });

  it('is an alternative without a word', () => assert.deepEqual(fieldsOf({ prompt: '{a|}' }), ['prompt']));

  it('is more negative prompts than may be sent, with the one that is no chip yet', () => {
    const negativePrompt = Array.from({ length: mostNegatives }, (_, index) => `n${index}`);
    assert.deepEqual(fieldsOf({ negativePrompt }), []);
    const [found] = formProblems(form({ negativePrompt, negativeDraft: 'one more' }), styles, labels);
    assert.deepEqual(found, {
      field: 'negativePrompt',
      problem: { type: 'tooManyTexts', name: 'Negative prompt', count: mostNegatives + 1, limit: mostNegatives },
    });
  });

  it('names the field by its label', () => {
    const [found] = formProblems(form({ width: '7' }), styles, labels);
    assert.deepEqual(found?.problem, { type: 'outOfRange', name: 'Width', min: '16', max: '16384' });
  });
});

describe('the settings of an image in the form', () => {
  const used = form({
    prompt: 'old',
    width: '64',
    model: 'own/model',
    provider: 'hf-inference',
    count: '4',
    styles: ['Ink'],
  });

  it('take the place of all that makes an image, and of nothing else', () => {
    const filled = formWith(
      { prompt: 'new', model: 'owner/other', steps: 4, seed: '7', negativePrompt: ['fog'] },
      used,
    );
    assert.deepEqual(filled, {
      ...emptyForm,
      prompt: 'new',
      model: 'owner/other',
      provider: 'hf-inference',
      count: '4',
      steps: '4',
      seed: '7',
      seedLocked: true,
      negativePrompt: ['fog'],
    });
  });

  it('leave the model where theirs is a file on a stranger’s disk', () => {
    for (const model of ['sd_xl_base_1.0', 'models/dream.safetensors', '../../x', 'C:\\models\\x']) {
      assert.equal(formWith({ prompt: 'x', model }, used).model, 'own/model');
      assert.equal(formWith({ prompt: 'x', model }, used, 'openai').model, 'own/model');
    }
  });

  it('bring the name of a checkpoint where the server has checkpoints', () => {
    const filled = (model: string): string => formWith({ prompt: 'x', model }, used, 'automatic1111').model;
    assert.equal(filled('sd_xl_base_1.0'), 'sd_xl_base_1.0');
    assert.equal(filled('owner/other'), 'owner/other');
    for (const model of ['../../x', 'C:\\models\\x', 'a name with spaces']) assert.equal(filled(model), 'own/model');
  });

  it('ask for the same prompt, whatever braces it has', () => {
    for (const prompt of [
      '{a|b}',
      String.raw`\{a|b}`,
      'a {b} c',
      'a { b',
      '{a|{b|c}}',
      String.raw`\\{a|b}`,
      'plain',
      '}{',
    ]) {
      assert.deepEqual(requestOf(formWith({ prompt }, used), {}).prompts, [prompt]);
    }
  });
});
