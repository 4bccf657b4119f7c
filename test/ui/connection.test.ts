// Check Connection as a person has it: a list that fills, and lines that put right what they tell of.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { eventually } from './workbench/eventually.ts';
import { answerInput, quickInput, quickInputMessage, runCommand } from './workbench/quickInput.ts';
import { screenshot } from './workbench/window.ts';

describe('Check Connection', () => {
  let sample: SampleWorkbench;
  let own: SampleWorkbench;
  let page: Page;

  before(async () => {
    sample = await openSample();
    own = await openSample(
      {},
      { settings: (api) => ({ 'depict.endpoint.url': `${api}/sd-server`, 'depict.endpoint.api': 'hf' }) },
    );
  });
  after(() => Promise.all([sample?.close(), own?.close()]));
  beforeEach(() => {
    page = sample.page;
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, 'failed-connection');
    await page.keyboard.press('Escape');
  });

  const line = (name: string): Locator =>
    page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: name });

  /** What a screen reader says of a line. */
  const spoken = async (name: string): Promise<string> => (await line(name).getAttribute('aria-label')) ?? '';

  const says = (words: string): Promise<void> =>
    eventually(async () => assert.equal(await quickInput(page).getAttribute('placeholder'), words));

  it('shows each step, and proves by a picture that images come', async () => {
    const { api } = sample;
    await runCommand(page, 'Depict: Check Connection');
    await says('Nothing keeps images from coming.');
    assert.match(await spoken('Service'), /^pass/);
    assert.match(await spoken('Model'), /FLUX\.1-schnell is served by: /);
    assert.match(await spoken('Folder for images'), /Images can be saved in assets\./);
    await screenshot(page, 'connection');
    assert.deepEqual(
      api.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
    await line('Make a Small Test Image (May Be Billed)').click();
    await eventually(async () => assert.match(await spoken('Test image'), /made an image of \d+ × \d+ pixels/));
    assert.equal(api.requests.filter(({ method }) => method === 'POST').length, 1);
  });

  it('leads away from a token without the permission', async () => {
    const { api } = sample;
    await runCommand(page, 'Depict: Set Token…');
    await line(new URL(api.url).host).click();
    await answerInput(page, 'hf_forbidden_by_mistake');
    await eventually(async () =>
      assert.match((await quickInputMessage(page).textContent()) ?? '', /sent to that address only/),
    );
    await screenshot(page, 'connection-token-look');
    await page.keyboard.press('Enter');
    await runCommand(page, 'Depict: Check Connection');
    await says('Something keeps images from coming: choose its line to put it right.');
    assert.match(await spoken('Account'), /Signed in as demo/);
    assert.match(await spoken('Permission'), /^error .*Create a Token With the Permission$/);
    await screenshot(page, 'connection-no-permission');
  });

  it('finds out what kind of server answers, and sets that', async () => {
    page = own.page;
    await runCommand(page, 'Depict: Check Connection');
    await says('Something keeps images from coming: choose its line to put it right.');
    await screenshot(page, 'connection-other-server');
    assert.match(await spoken('Kind of server'), /^error .*Change the Setting to “openai”$/);
    await line('Kind of server').click();
    await says('Nothing keeps images from coming.');
    await screenshot(page, 'connection-own-server');
  });
});
