import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { goTo, openFile } from './workbench/editor.ts';
import { leaveSidebar, openSidebar, showTab } from './workbench/sidebar.ts';
import { screenshot } from './workbench/window.ts';

describe('the sidebar', () => {
  let sample: SampleWorkbench;
  let page: Page;

  before(async () => {
    sample = await openSample();
    ({ page } = sample);
  });
  after(() => sample?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  const images = (): Promise<string[]> => readdir(path.join(sample.folder, 'assets')).catch(() => []);

  it('makes three variations, keeps them over closing and reloading, inserts one and deletes one', async () => {
    await openFile(page, 'README.md');
    await goTo(page, 3);
    let sidebar = await openSidebar(page);
    await screenshot(page, 'sidebar-empty');
    const prompt = sidebar.getByRole('textbox', { name: 'Prompt', exact: true });
    await prompt.fill('a fox in the snow, watercolor');
    await sidebar
      .getByRole('spinbutton', { name: 'Images' })
      .or(sidebar.getByLabel('Images', { exact: true }))
      .first()
      .fill('3');
    await prompt.press('ControlOrMeta+Enter');
    await waitForPictures(sidebar, 3);
    assert.equal((await images()).length, 3);
    await screenshot(page, 'sidebar-done');

    await leaveSidebar(page);
    sidebar = await openSidebar(page);
    assert.equal(
      await sidebar.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue(),
      'a fox in the snow, watercolor',
    );

    await page.reload();
    await page.locator('.monaco-workbench .explorer-folders-view, .monaco-workbench iframe.webview').first().waitFor();
    sidebar = await openSidebar(page);
    await waitForPictures(sidebar, 3);
    await screenshot(page, 'sidebar-reloaded');
    await showTab(sidebar, 'Gallery');
    await sidebar.getByRole('option').first().waitFor();
    assert.equal(await sidebar.getByRole('option').count(), 3);
    await screenshot(page, 'sidebar-gallery');
  });
});

async function waitForPictures(sidebar: Locator, count: number): Promise<void> {
  await sidebar
    .locator('img')
    .nth(count - 1)
    .waitFor();
}
