// What is typed into the sidebar's form, and what becomes of it.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import { quickInput, quickItem } from './workbench/quickInput.ts';
import {
  button,
  fact,
  field,
  generate,
  hasFocus,
  leaveSidebar,
  openSidebar,
  promptField,
  reloadWindow,
  showMore,
} from './workbench/sidebar.ts';

describe("the sidebar's form", () => {
  const at = sidebarSample();

  /** What was sent for each picture, in order. */
  const sent = (): readonly { inputs: string; parameters: Record<string, unknown> }[] =>
    at.sample.api.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body) as { inputs: string; parameters: Record<string, unknown> });

  const typed = {
    ...{ Prompt: 'half a thought, and then', Steps: 'a few', 'Guidance scale': '7.5', Seed: '123' },
    'Negative prompt': 'not yet a chip',
  };

  async function type(sidebar: Locator): Promise<void> {
    for (const [label, text] of Object.entries(typed)) await field(sidebar, label).fill(text);
    await button(sidebar, 'Pixel art').click();
  }

  async function assertTyped(sidebar: Locator): Promise<void> {
    await showMore(sidebar);
    for (const [label, text] of Object.entries(typed)) {
      await eventually(async () => assert.equal(await field(sidebar, label).inputValue(), text, label));
    }
    assert.equal(await button(sidebar, 'Pixel art').getAttribute('aria-pressed'), 'true');
  }

  it('is as it was left after hiding the view and after reloading the window', async () => {
    await type(at.sidebar);
    await leaveSidebar(at.page);
    await assertTyped(await openSidebar(at.page));
    await reloadWindow(at.page);
    await assertTyped(await openSidebar(at.page));
  });

  it('is as it was left in a new window', async () => {
    const first = await at.page.context().newPage();
    first.setDefaultTimeout(60_000);
    await first.goto(at.page.url());
    await type(await openSidebar(first));
    await leaveSidebar(first);
    await assertTyped(await openSidebar(first));
    await first.close({ runBeforeUnload: true });
    await eventually(() => assert.ok(first.isClosed()));
    const second = await at.page.context().newPage();
    second.setDefaultTimeout(60_000);
    await second.goto(at.page.url());
    await assertTyped(await openSidebar(second));
    await second.close();
  });

  it('can be typed into as soon as the view is opened, and leaves the focus to what is pressed', async () => {
    await leaveSidebar(at.page);
    const opened = await openSidebar(at.page);
    await hasFocus(promptField(opened));
    await at.page.keyboard.type('two words');
    assert.equal(await promptField(opened).inputValue(), 'two words');

    await reloadWindow(at.page);
    const reloaded = await openSidebar(at.page);
    await at.page.locator('.part.editor').click();
    await field(reloaded, 'Images').click();
    await hasFocus(field(reloaded, 'Images'));
  });

  it('sends styles, negative prompts and every alternative', async () => {
    const style = await button(at.sidebar, 'Watercolor').getAttribute('title');
    await button(at.sidebar, 'Watercolor').click();
    await field(at.sidebar, 'Negative prompt').pressSequentially('people, text');
    await field(at.sidebar, 'Negative prompt').press('Enter');
    await field(at.sidebar, 'Steps').fill('6');
    await promptField(at.sidebar).fill('a {red|blue} kite over the dunes');
    await at.sidebar.getByText('2 prompts').waitFor();
    await at.sidebar.getByRole('button', { name: 'Generate 2 Images' }).click();
    await at.sample.api.received(2);
    await eventually(() => assert.equal(sent().length, 2));
    const requests = sent().toSorted((a, b) => (a.inputs < b.inputs ? 1 : -1));
    assert.deepEqual(
      requests.map(({ inputs }) => inputs),
      ['red', 'blue'].map((colour) => `a ${colour} kite over the dunes, ${style}`),
    );
    for (const { parameters } of requests) {
      assert.equal(parameters['negative_prompt'], 'people, text');
      assert.equal(parameters['num_inference_steps'], 6);
    }
    await at.sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });

  it('lets a prompt run from right to left where its language does', async () => {
    const prompt = 'منارة عند الغروب (watercolor)!';
    await field(at.sidebar, 'Negative prompt').fill('نص,');
    await generate(at.sidebar, prompt);
    for (const shown of [at.sidebar.locator('.words'), at.sidebar.locator('.chip span').first()]) {
      const ends = await shown.evaluate((element) => {
        const letters = document.createRange();
        letters.setStart(element.firstChild ?? element, 0);
        letters.setEnd(element.firstChild ?? element, 1);
        const { left, right } = element.getBoundingClientRect();
        return { first: letters.getBoundingClientRect().left, middle: (left + right) / 2 };
      });
      assert.ok(ends.first > ends.middle, `the first letter stands at ${ends.first}, the middle is ${ends.middle}`);
    }
    assert.equal(await promptField(at.sidebar).evaluate((field) => getComputedStyle(field).unicodeBidi), 'plaintext');
  });

  it('takes a negative prompt away again', async () => {
    const negative = field(at.sidebar, 'Negative prompt');
    await negative.fill('rain, fog, snow,');
    await button(at.sidebar, 'Remove fog').click();
    await hasFocus(negative);
    await negative.press('Backspace');
    assert.deepEqual(await at.sidebar.locator('ul.chips li').allInnerTexts(), ['rain']);
  });

  it('says what is wrong with a field, brings the focus there, and sends nothing', async () => {
    await at.sidebar.locator('details.more summary').click();
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await hasFocus(promptField(at.sidebar));
    await described(promptField(at.sidebar), /prompt/i);

    await promptField(at.sidebar).fill('a kite');
    await showMore(at.sidebar);
    await field(at.sidebar, 'Steps').fill('many');
    await at.sidebar.locator('details.more summary').click();
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    const steps = field(at.sidebar, 'Steps');
    await hasFocus(steps);
    await described(steps, /Steps must be a whole number/);
    assert.equal(await steps.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(sent(), []);

    await steps.fill('4');
    assert.equal(await steps.getAttribute('aria-invalid'), 'false');
    await steps.press('ControlOrMeta+Enter');
    await eventually(() => assert.equal(sent().length, 1));
    await at.sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });

  it('takes a size from a shape, turns it, and keeps it', async () => {
    await at.sidebar.getByLabel('Aspect ratio', { exact: true }).selectOption('16:9');
    const [width, height] = [field(at.sidebar, 'Width'), field(at.sidebar, 'Height')];
    const [wide, low] = [await width.inputValue(), await height.inputValue()];
    assert.ok(Number(wide) > Number(low), `${wide} × ${low}`);
    await button(at.sidebar, 'Swap Width and Height').click();
    assert.deepEqual([await width.inputValue(), await height.inputValue()], [low, wide]);
    await button(at.sidebar, 'Keep the Aspect Ratio').click();
    await width.fill(String(Number(low) / 2));
    assert.equal(await height.inputValue(), String(Number(wide) / 2));
    await promptField(at.sidebar).fill('a tall tree');
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await eventually(() => assert.equal(sent().length, 1));
    const { width: asked, height: askedToo } = sent()[0]?.parameters ?? {};
    assert.deepEqual([asked, askedToo], [Number(low) / 2, Number(wide) / 2]);
    await at.sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });

  it('locks a seed, throws the dice, and takes the last one again', async () => {
    const seed = field(at.sidebar, 'Seed');
    await generate(at.sidebar, 'a stone in the river');
    const made = await fact(at.sidebar, 'Seed').innerText();
    await button(at.sidebar, 'Random Seed').click();
    assert.match(await seed.inputValue(), /^\d+$/);
    await button(at.sidebar, 'Seed of the Newest Image').click();
    assert.equal(await seed.inputValue(), made);
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await eventually(() =>
      assert.deepEqual(
        sent().map(({ parameters }) => String(parameters['seed'])),
        [made, made],
      ),
    );
    await button(at.sidebar, 'Use This Seed Each Time').click();
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await eventually(() => assert.equal(sent().length, 3));
    assert.notEqual(String(sent()[2]?.parameters['seed']), made);
    await at.sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });

  it('chooses a model in the picker, and generates with it', async () => {
    /** Presses the form's button and takes what is found by typing. */
    const choose = async (button: RegExp, item: string): Promise<void> => {
      await at.sidebar.getByRole('button', { name: button }).click();
      await quickInput(at.page).fill(item);
      await quickItem(at.page, item).click();
    };
    await choose(/^Model: /, 'stabilityai/stable-diffusion-xl-base-1.0');
    await at.sidebar.getByRole('button', { name: /^Model: .*stable-diffusion-xl/ }).waitFor();
    await choose(/^Provider: /, 'hf-inference');
    await generate(at.sidebar, 'a robin');
    assert.equal(await fact(at.sidebar, 'Model').innerText(), 'stabilityai/stable-diffusion-xl-base-1.0');
    await choose(/^Model: /, 'Model of the settings');
    await choose(/^Provider: /, 'Provider of the settings');
  });

  it('cancels what is running and starts again with Ctrl+Shift+Enter', async () => {
    const { api } = at.sample;
    api.setFaults([{ on: 'POST *', nth: 1, fault: 'silent' }]);
    await promptField(at.sidebar).fill('a kettle on the stove');
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await eventually(() => assert.equal(sent().length, 1));
    await promptField(at.sidebar).fill('a kettle on the fire');
    await promptField(at.sidebar).press('ControlOrMeta+Shift+Enter');
    await at.sidebar.locator('.words', { hasText: 'a kettle on the fire' }).waitFor();
    const [first, second, ...others] = api.requests.filter(({ method }) => method === 'POST');
    assert.deepEqual([await first?.finished, await second?.finished, others], ['brokenOff', 'answered', []]);
    await at.sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });
});

/** Waits until the words about a field, as a screen reader has them, are these. */
async function described(element: Locator, words: RegExp): Promise<void> {
  await eventually(async () => {
    const text = await element.evaluate((one) =>
      (one.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
    assert.match(text, words);
  });
}
