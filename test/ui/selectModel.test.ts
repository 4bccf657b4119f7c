// Choose Model… as a person has it: headings, likes, a search, the page of a model, a provider.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { eventually } from './workbench/eventually.ts';
import { quickInput, quickItem, runCommand } from './workbench/quickInput.ts';
import { screenshot } from './workbench/window.ts';

const lora = 'XLabs-AI/flux-RealismLora';

describe('Choose Model', () => {
  let sample: SampleWorkbench;

  before(async () => {
    sample = await openSample({ mostPerPage: 5 });
  });
  after(() => sample?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(sample.page, 'failed-select-model');
  });

  const heading = (title: string): Locator =>
    sample.page.locator('.quick-input-widget:visible .quick-input-list-separator', { hasText: title });

  it('shows what there is under headings, and goes on to the next page', async () => {
    const { page } = sample;
    await runCommand(page, 'Depict: Choose Model…');
    await heading('Recommended').waitFor();
    await heading('Trending').waitFor();
    await quickItem(page, 'zai-org/GLM-Image').waitFor();
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'More Results' }).click();
    await quickItem(page, lora).waitFor();
    await screenshot(page, 'select-model');
  });

  it('keeps the headings while it is typed into, and reads in words what the icons show', async () => {
    const { page } = sample;
    await quickInput(page).fill('flux');
    await heading('Recommended').waitFor();
    await heading('Results').waitFor();
    await quickItem(page, lora).waitFor();
    const row = quickItem(page, 'black-forest-labs/FLUX.1-dev');
    await eventually(async () =>
      assert.match(
        (await row.getAttribute('aria-label')) ?? '',
        /gated.*12\.3k likes.*1\.2M downloads.*Served by fal-ai/s,
      ),
    );
    await screenshot(page, 'select-model-typed');
    await row.hover();
    assert.equal(await row.getByRole('button', { name: 'Open Model Page' }).count(), 1);
  });

  it('asks who makes the pictures, and says what was set', async () => {
    const { page } = sample;
    await quickItem(page, 'black-forest-labs/FLUX.1-dev').click();
    await quickItem(page, 'replicate').click();
    await page.locator('.statusbar-item', { hasText: 'FLUX.1-dev by replicate now, set in your settings.' }).waitFor();
  });
});
