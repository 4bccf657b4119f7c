import assert from 'node:assert/strict';
import { cleanAnswer } from '../../../../src/core/prompt/cleanAnswer.ts';
import { nastyText } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

const fox = 'A red fox in deep snow, soft morning light.';

const answers: readonly (readonly [answer: string, prompt: string])[] = [
  [fox, fox],
  [`\n\n  ${fox}\r\n`, fox],
  ['A red fox\nin deep snow,\r\n\r\nsoft morning light.', fox],
  // Names for it
  [`Prompt: ${fox}`, fox],
  [`**Prompt:** ${fox}`, fox],
  [`**Image prompt**: ${fox}`, fox],
  [`# Final Prompt\n\n${fox}`, fox],
  [`Text-to-image prompt: "${fox}"`, fox],
  [`Bild-Prompt: „Ein Fuchs“`, 'Ein Fuchs'],
  ['プロンプト：「雪の中の狐」', '雪の中の狐'],
  ['提示词：雪中的狐狸', '雪中的狐狸'],
  // Words around it
  [`Sure! Here is the prompt: ${fox}`, fox],
  [`Here's a text-to-image prompt for your paragraph:\n\n${fox}`, fox],
  [`Certainly, here you go:\n"${fox}"`, fox],
  [`- ${fox}`, fox],
  [`1. ${fox}`, fox],
  // Wrappings
  [`"${fox}"`, fox],
  [`“${fox}”`, fox],
  [`«${fox}»`, fox],
  [`'A fox's tail'`, `A fox's tail`],
  [`**${fox}**`, fox],
  [`\`${fox}\``, fox],
  [`**Prompt:** *"${fox}"*`, fox],
  ['```\nA red fox\nin snow\n```', 'A red fox in snow'],
  [`Here you are:\n\`\`\`text\n${fox}\n\`\`\`\nAnything else?`, fox],
  ['```A red fox```', 'A red fox'],
  ['```\nA red fox', 'A red fox'],
  [`{"prompt": "${fox}"}`, fox],
  [`\`\`\`json\n{ "prompt": "${fox}" }\n\`\`\``, fox],
  [`<prompt>\n${fox}\n</prompt>`, fox],
  // Thinking aloud
  [`<think>\nThe user wants "a fox".\n</think>\n\n${fox}`, fox],
  ['<think>and so on, and on', ''],
  // Nothing
  ['', ''],
  [' \n\t\u200b', ''],
  ['""', ''],
  ['```\n```', ''],
  ['Prompt:', ''],
  // Prompts that look like more
  ['"Left" and "right", two doors', '"Left" and "right", two doors'],
  ['Here be dragons: an old map', 'Here be dragons: an old map'],
  ['A command prompt on an old screen: green letters', 'A command prompt on an old screen: green letters'],
  ['{a|b} fox, (snow:1.2)', '{a|b} fox, (snow:1.2)'],
  ['2*3*4 cubes, snake_case', '2*3*4 cubes, snake_case'],
  ['1984. A novel', '1984. A novel'],
  ['Okay, a sign: "open"', 'Okay, a sign: "open"'],
];

describe('the answer of a language model', () => {
  for (const [answer, prompt] of answers) {
    it(`${JSON.stringify(answer)} is the prompt ${JSON.stringify(prompt)}`, () =>
      assert.equal(cleanAnswer(answer), prompt));
  }

  it('keeps nothing that cannot be seen', () => {
    assert.equal(cleanAnswer('A\u0000 \u001b[1mfox\u202e\u200b\u2066\u{E0041}\u{E0101} 👩‍🚀'), 'A [1mfox 👩‍🚀');
  });

  it('leaves links and commands as the words that they are', () => {
    const answer = '[click](command:workbench.action.quit) ![x](https://x.y/?q=1) $(rm)';
    assert.equal(cleanAnswer(answer), answer);
  });

  it('ends after 1,000 characters, none of them in two', () => {
    assert.equal(cleanAnswer('x'.repeat(5_000)).length, 1_000);
    assert.match(cleanAnswer('a👩‍🚀'.repeat(500)), /^(a👩‍🚀)+a?$/u);
  });

  it('is one line of whole characters, whatever the model says', () => {
    const random = pseudoRandom(11);
    const parts = [
      'Prompt:',
      '**',
      '"',
      '```',
      '```json\n',
      '{"prompt": "',
      '"}',
      '<think>',
      '</think>',
      'Here is: ',
      '“',
    ];
    for (let i = 0; i < 5_000; i++) {
      const answer = random.text([...nastyText, ...parts], 20);
      const prompt = cleanAnswer(answer);
      assert.doesNotMatch(prompt, /[\p{Cc}\p{Cs}\u202a-\u202e]|^\s|\s$|\s\s/u, JSON.stringify({ answer, prompt }));
    }
  });

  it('takes no time to speak of, however long the answer is', function () {
    this.timeout(30_000);
    const units = [
      ' ',
      '\n',
      '*',
      '**',
      '#',
      '> ',
      '"',
      '`',
      '```',
      '<a>',
      '<think>',
      '{',
      '{"a":',
      'Prompt',
      'the ',
      'Here ',
    ];
    units.push(
      ...['prompt ', 'Prompt:', '- ', '1. ', '“', ':', '-', 'Here prompt ', '\u{E0041}', '\n:', 'プロンプト', "'a"],
    );
    for (const unit of units) {
      for (const text of [unit.repeat(200_000 / unit.length), `Here ${unit.repeat(20_000)}`]) {
        const start = performance.now();
        cleanAnswer(text);
        assert.ok(performance.now() - start < 500, JSON.stringify(unit));
      }
    }
  });
});
