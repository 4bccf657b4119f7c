import assert from 'node:assert/strict';
import { escapeAlternatives } from '../../../../src/core/form/alternativeTokens.ts';
import { expandAlternatives } from '../../../../src/core/form/expandAlternatives.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';
import { workTime } from '../../fixtures/workTime.ts';
import { nastyText } from '../nastyText.ts';

function expand(prompt: string): readonly string[] {
  const { prompts, total } = expandAlternatives(prompt, 1000);
  assert.equal(total, prompts.length);
  return prompts;
}

describe('expandAlternatives', () => {
  it('makes every combination, the last choice changing fastest', () => {
    assert.deepEqual(expand('a {red|blue|green} cat'), ['a red cat', 'a blue cat', 'a green cat']);
    assert.deepEqual(expand('{a|b} {1|2}'), ['a 1', 'a 2', 'b 1', 'b 2']);
    assert.deepEqual(expand('{a|b}{1|2}{x|y|z}').length, 12);
  });

  it('takes alternatives within alternatives', () => {
    assert.deepEqual(expand('{a {big|small} dog|cat}'), ['a big dog', 'a small dog', 'cat']);
    assert.deepEqual(expand('{{a|b}|{c|d}{1|2}}'), ['a', 'b', 'c1', 'c2', 'd1', 'd2']);
  });

  it('lets an alternative be empty', () => {
    assert.deepEqual(expand('a {|red }cat{|s|}'), ['a cat', 'a cats', 'a cat', 'a red cat', 'a red cats', 'a red cat']);
  });

  for (const prompt of [
    '',
    'a | b',
    '{}',
    '{one}',
    'a {{one}} b',
    'a { b',
    'a } b',
    '}{',
    '{a|b',
    'a|b}',
    'x \\| y',
    '(cat\\(s\\))',
    'C:\\\\dir\\',
    '\\',
  ]) {
    it(`leaves ${JSON.stringify(prompt)} as typed`, () => assert.deepEqual(expand(prompt), [prompt]));
  }

  it('takes braces without a partner for text beside others', () => {
    assert.deepEqual(expand('{a {b|c}'), ['{a b', '{a c']);
    assert.deepEqual(expand('{a|b} c}'), ['a c}', 'b c}']);
    assert.deepEqual(expand('} {a|b} {'), ['} a {', '} b {']);
    assert.deepEqual(expand('{a {x}|b}'), ['a {x}', 'b']);
    assert.deepEqual(expand('{a {x|y}}'), ['{a x}', '{a y}']);
  });

  it('takes escaped marks for text', () => {
    assert.deepEqual(expand('\\{a|b\\}'), ['{a|b}']);
    assert.deepEqual(expand('{a\\|b|c}'), ['a|b', 'c']);
    assert.deepEqual(expand('{\\{|\\}}'), ['{', '}']);
    assert.deepEqual(expand('{one \\| two}'), ['{one \\| two}']);
    assert.deepEqual(expand('\\\\{a|b\\\\}'), ['\\a', '\\b\\']);
    assert.deepEqual(expand('{a\\\\|b}'), ['a\\', 'b']);
    assert.deepEqual(expand('{a\\b|c}\\n'), ['a\\b\\n', 'c\\n']);
  });

  it('keeps to the limit and tells the whole number', () => {
    assert.deepEqual(expandAlternatives('{a|b|c}', 2), { prompts: ['a', 'b'], total: 3 });
    assert.deepEqual(expandAlternatives('{a|b|c}', 0), { prompts: [], total: 3 });
    assert.deepEqual(expandAlternatives('{a|b}'.repeat(40), 3), {
      prompts: ['a'.repeat(40), `${'a'.repeat(39)}b`, `${'a'.repeat(38)}ba`],
      total: 2 ** 40,
    });
  });

  it('counts no further than numbers go', () => {
    const { prompts, total } = expandAlternatives('{a|b}'.repeat(2000), 2);
    assert.equal(total, Number.MAX_SAFE_INTEGER);
    assert.deepEqual(prompts, ['a'.repeat(2000), `${'a'.repeat(1999)}b`]);
  });

  for (const [name, prompt] of [
    ['opening braces', '{'.repeat(20_000)],
    ['closing braces', '}'.repeat(20_000)],
    ['pairs', '{|}'.repeat(7_000)],
    ['nested pairs', `${'{'.repeat(10_000)}a|b${'}'.repeat(10_000)}`],
    ['nested choices', `${'{a|'.repeat(7_000)}b${'}'.repeat(7_000)}`],
    ['bars', `{${'|'.repeat(20_000)}}`],
    ['backslashes', '\\'.repeat(20_000)],
  ] as const) {
    it(`is quick with nothing but ${name}`, async () => {
      const time = await workTime(() => {
        const { prompts } = expandAlternatives(prompt, 32);
        assert.ok(prompts.length > 0 && prompts.length <= 32);
        escapeAlternatives(prompt);
      });
      assert.ok(time < 1000, `${Math.round(time)} ms`);
    });
  }

  it('gives all of a choice fifty deep, and takes braces for text beyond that', () => {
    const nested = (depth: number): string => `${'{x|'.repeat(depth)}y${'}'.repeat(depth)}`;
    assert.deepEqual(new Set(expand(nested(50))), new Set(['x', 'y']));
    assert.equal(expand(nested(50)).length, 51);
    assert.ok(expand(nested(60)).every((prompt) => /^(?:x|\{x|.*y\}{10})/.test(prompt)));
  });
});

describe('escapeAlternatives', () => {
  it('makes any text mean itself', () => {
    const random = randomNumbers(11);
    const pieces = [...nastyText, '{', '}', '|', '\\', '{a|b}', '\\{', '\\\\'];
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 8 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      assert.deepEqual(expand(escapeAlternatives(text)), [text]);
    }
  });
});
