// What people do in the sidebar, and what they come back to it for.
import assert from 'node:assert/strict';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { readSettings } from '../../src/core/metadata/readSettings.ts';
import { inflatePixels } from '../../src/files/inflatePixels.ts';
import { pictureByAutomatic1111 } from './pictures.ts';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { goTo, openFile, save, waitForText } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import { fileMenu } from './workbench/explorer.ts';
import { runCommand } from './workbench/quickInput.ts';
import {
  button,
  fact,
  field,
  generate,
  leaveSidebar,
  openSidebar,
  picturesShown,
  promptField,
  reloadWindow,
  showMore,
  showTab,
  sidebarPage,
  together,
} from './workbench/sidebar.ts';
import { answerDialog, answerNotification, dialog, screenshot } from './workbench/window.ts';

describe('the sidebar', () => {
  let sample: SampleWorkbench;
  let page: Page;

  before(async () => {
    // Small pictures are drawn fast.
    sample = await openSample({}, { settings: { 'depict.parameters.width': 384, 'depict.parameters.height': 256 } });
    ({ page } = sample);
  });
  after(() => sample?.close());

  beforeEach(async () => {
    sample.api.reset();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await showTab(await openSidebar(page), 'Create');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  const inFolder = (file: string): string => path.join(sample.folder, file);

  /** A document of the test's own, with the cursor in a line of it. */
  async function openDocument(file: string, text: string, line: number): Promise<void> {
    await writeFile(inFolder(file), text);
    await leaveSidebar(page);
    await openFile(page, file);
    await goTo(page, line);
  }

  it('makes three variations, keeps them over closing and reloading, inserts the second and deletes the first', async function () {
    // A whole visit, with a reload of the window in it.
    this.timeout(300_000);
    const prompt = 'a fox in the snow, watercolor';
    await openDocument('fox.md', 'Once there was a fox.\n\nIt was cold.\n', 3);
    let sidebar = await openSidebar(page);
    await screenshot(page, 'sidebar-empty');
    await generate(sidebar, prompt, 3);
    await picturesShown(sidebar);
    await screenshot(page, 'sidebar-done');
    const files = await readdir(inFolder('assets'));
    assert.equal(files.length, 3);

    await leaveSidebar(page);
    sidebar = await openSidebar(page);
    assert.equal(await promptField(sidebar).inputValue(), prompt);
    assert.equal(await together(sidebar).count(), 3);

    await reloadWindow(page);
    sidebar = await openSidebar(page);
    await together(sidebar).nth(2).waitFor();
    await picturesShown(sidebar);
    assert.equal(await promptField(sidebar).inputValue(), prompt);

    await goTo(page, 1);
    await together(sidebar).nth(1).click();
    await button(sidebar, 'Insert').click();
    const second = await fact(sidebar, 'File').innerText();
    assert.ok(files.includes(path.basename(second)));
    const text = await waitForText(page, /!\[[^\]]*\]\([^)]+\)/);
    assert.deepEqual(text.split('\n').slice(0, 5), [
      ...['Once there was a fox.', '', `![${prompt}](${second})`, '', 'It was cold.'],
    ]);
    await save(page);
    const made = await readSettings(await readFile(inFolder(second)), inflatePixels);
    assert.equal(made?.settings.prompt, prompt);
    assert.equal(made.settings.seed, await fact(sidebar, 'Seed').innerText());

    await together(sidebar).nth(0).click();
    const first = await fact(sidebar, 'File').innerText();
    const seed = await fact(sidebar, 'Seed').innerText();
    await button(sidebar, 'Delete').click();
    await dialog(page).getByText(`Delete the image of “${prompt}”?`).waitFor();
    await screenshot(page, 'sidebar-delete');
    await answerDialog(page, 'Delete');
    await sidebar.getByText('The file is gone.').waitFor();
    await assert.rejects(access(inFolder(first)));

    await showTab(sidebar, 'Gallery');
    await field(sidebar, 'Search prompts').fill('snow FOX');
    await sidebar.getByRole('status').getByText('3 images').waitFor();
    await sidebar.getByRole('option', { name: /The file is gone/ }).click();
    assert.equal(await fact(sidebar, 'Seed').innerText(), seed);
    await button(sidebar, 'Reuse Settings').click();
    await promptField(sidebar).waitFor();
    assert.equal(await promptField(sidebar).inputValue(), prompt);
    await showMore(sidebar);
    assert.equal(await field(sidebar, 'Seed').inputValue(), seed);
  });

  it('brings a deleted image back where there is no trash', async () => {
    const sidebar = await openSidebar(page);
    await generate(sidebar, 'a bell in the fog');
    const file = inFolder(await fact(sidebar, 'File').innerText());
    const bytes = await readFile(file);
    await button(sidebar, 'Delete').click();
    await answerDialog(page, 'Delete');
    await sidebar.getByText('The file is gone.').waitFor();
    await answerNotification(page, /no trash here/, 'Restore');
    await sidebar.getByText('The file is gone.').waitFor({ state: 'detached' });
    await picturesShown(sidebar);
    assert.deepEqual(await readFile(file), bytes);
  });

  it('deletes nothing when told not to', async () => {
    const sidebar = await openSidebar(page);
    await generate(sidebar, 'a kettle on the stove');
    await button(sidebar, 'Delete').click();
    await answerDialog(page, 'Cancel');
    await dialog(page).waitFor({ state: 'detached' });
    await access(inFolder(await fact(sidebar, 'File').innerText()));
  });

  it('puts the settings of an image by AUTOMATIC1111 into the form, from the menu of the explorer', async () => {
    const parameters = [
      'a castle, <lora:detail:0.8>',
      'Negative prompt: people, text',
      'Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 123456789012, Size: 512x768, Model: dreamshaper_8',
    ].join('\n');
    await writeFile(inFolder('theirs.png'), await pictureByAutomatic1111('a castle', parameters));
    let sidebar = await openSidebar(page);
    await showTab(sidebar, 'Gallery');
    await leaveSidebar(page);
    await fileMenu(page, 'theirs.png', 'Depict', 'Reuse Settings of Image');
    sidebar = await sidebarPage(page);
    await eventually(async () => assert.equal(await promptField(sidebar).inputValue(), 'a castle, <lora:detail:0.8>'));
    await eventually(() => assertFocused(promptField(sidebar)));
    await showMore(sidebar);
    for (const [label, value] of [
      ...[['Width', '512'] as const, ['Height', '768'] as const, ['Steps', '20'] as const],
      ...[['Guidance scale', '7'] as const, ['Scheduler', 'Euler a'] as const, ['Seed', '123456789012'] as const],
    ]) {
      assert.equal(await field(sidebar, label).inputValue(), value, label);
    }
    assert.deepEqual(await sidebar.locator('.chips li').allInnerTexts(), ['people, text']);
    await screenshot(page, 'sidebar-reused');
  });
});

async function assertFocused(element: Locator): Promise<void> {
  assert.equal(await element.evaluate((one) => one === document.activeElement && document.hasFocus()), true);
}
