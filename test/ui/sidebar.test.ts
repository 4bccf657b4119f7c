// What people do in the sidebar, and what they come back to it for.
import assert from 'node:assert/strict';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { readSettings } from '../../src/core/metadata/readSettings.ts';
import { inflatePixels } from '../../src/files/inflatePixels.ts';
import { pictureByAutomatic1111 } from './pictures.ts';
import { sidebarSample } from './sidebarSample.ts';
import { goTo, save, waitForText } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import { fileMenu } from './workbench/explorer.ts';
import {
  button,
  fact,
  field,
  generate,
  hasFocus,
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
  const at = sidebarSample();

  it('makes three variations, keeps them over closing and reloading, inserts the second and deletes the first', async function () {
    // A whole visit, with a reload of the window in it.
    this.timeout(300_000);
    const prompt = 'a fox in the snow, watercolor';
    await at.openDocument('fox.md', 'Once there was a fox.\n\nIt was cold.\n', 3);
    let { sidebar } = at;
    await screenshot(at.page, 'sidebar-empty');
    await generate(sidebar, prompt, 3);
    await picturesShown(sidebar);
    await screenshot(at.page, 'sidebar-done');
    const files = await readdir(at.inFolder('assets'));
    assert.equal(files.length, 3);

    await leaveSidebar(at.page);
    sidebar = await openSidebar(at.page);
    assert.equal(await promptField(sidebar).inputValue(), prompt);
    assert.equal(await together(sidebar).count(), 3);

    await reloadWindow(at.page);
    sidebar = await openSidebar(at.page);
    await together(sidebar).nth(2).waitFor();
    await picturesShown(sidebar);
    assert.equal(await promptField(sidebar).inputValue(), prompt);

    await goTo(at.page, 1);
    await together(sidebar).nth(1).click();
    await button(sidebar, 'Insert').click();
    const second = await fact(sidebar, 'File').innerText();
    assert.ok(files.includes(path.basename(second)));
    const text = await waitForText(at.page, /!\[[^\]]*\]\([^)]+\)/);
    assert.deepEqual(text.split('\n').slice(0, 5), [
      ...['Once there was a fox.', '', `![${prompt}](${second})`, '', 'It was cold.'],
    ]);
    await save(at.page);
    const made = await readSettings(await readFile(at.inFolder(second)), inflatePixels);
    assert.equal(made?.settings.prompt, prompt);
    assert.equal(made.settings.seed, await fact(sidebar, 'Seed').innerText());

    await together(sidebar).nth(0).click();
    const first = await fact(sidebar, 'File').innerText();
    const seed = await fact(sidebar, 'Seed').innerText();
    await button(sidebar, 'Delete').click();
    await dialog(at.page).getByText(`Delete the image of “${prompt}”?`).waitFor();
    await screenshot(at.page, 'sidebar-delete');
    await answerDialog(at.page, 'Delete');
    await sidebar.getByText('The file is gone.').waitFor();
    await assert.rejects(access(at.inFolder(first)));

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

  it('shows in a second window on the same folder what the first one makes, and the other way round', async () => {
    const first = at.sidebar;
    await generate(first, 'a letter from the first window');
    const other = await at.page.context().newPage();
    other.setDefaultTimeout(60_000);
    await other.goto(at.page.url());
    const second = await openSidebar(other);
    const newest = (sidebar: Locator, prompt: string): Promise<void> =>
      sidebar.locator('.words', { hasText: prompt }).waitFor();
    await newest(second, 'a letter from the first window');
    await generate(second, 'an answer from the second window');
    await other.close();
    await leaveSidebar(at.page);
    await newest(await openSidebar(at.page), 'an answer from the second window');
  });

  it('brings a deleted image back where there is no trash', async () => {
    const { sidebar } = at;
    await generate(sidebar, 'a bell in the fog');
    const file = at.inFolder(await fact(sidebar, 'File').innerText());
    const bytes = await readFile(file);
    await button(sidebar, 'Delete').click();
    await answerDialog(at.page, 'Delete');
    await sidebar.getByText('The file is gone.').waitFor();
    await answerNotification(at.page, /no trash here/, 'Restore');
    await sidebar.getByText('The file is gone.').waitFor({ state: 'detached' });
    await picturesShown(sidebar);
    assert.deepEqual(await readFile(file), bytes);
  });

  it('deletes nothing when told not to', async () => {
    const { sidebar } = at;
    await generate(sidebar, 'a kettle on the stove');
    await button(sidebar, 'Delete').click();
    await answerDialog(at.page, 'Cancel');
    await dialog(at.page).waitFor({ state: 'detached' });
    await access(at.inFolder(await fact(sidebar, 'File').innerText()));
  });

  it('puts the settings of an image by AUTOMATIC1111 into the form, from the menu of the explorer', async () => {
    const parameters = [
      'a castle, <lora:detail:0.8>',
      'Negative prompt: people, text',
      'Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 123456789012, Size: 512x768, Model: dreamshaper_8',
    ].join('\n');
    await writeFile(at.inFolder('theirs.png'), await pictureByAutomatic1111('a castle', parameters));
    await showTab(at.sidebar, 'Gallery');
    await leaveSidebar(at.page);
    await fileMenu(at.page, 'theirs.png', 'Depict', 'Reuse Settings of Image');
    const sidebar = await sidebarPage(at.page);
    await eventually(async () => assert.equal(await promptField(sidebar).inputValue(), 'a castle, <lora:detail:0.8>'));
    await hasFocus(promptField(sidebar));
    await showMore(sidebar);
    for (const [label, value] of [
      ...[['Width', '512'] as const, ['Height', '768'] as const, ['Steps', '20'] as const],
      ...[['Guidance scale', '7'] as const, ['Scheduler', 'Euler a'] as const, ['Seed', '123456789012'] as const],
    ]) {
      assert.equal(await field(sidebar, label).inputValue(), value, label);
    }
    assert.deepEqual(await sidebar.locator('.chips li').allInnerTexts(), ['people, text']);
    const model = sidebar.getByText('The image was made with dreamshaper_8, which cannot be asked for here');
    await model.waitFor();
    await screenshot(at.page, 'sidebar-reused');
    await promptField(sidebar).press('End');
    await promptField(sidebar).pressSequentially(', at night');
    await promptField(sidebar).press('ControlOrMeta+Enter');
    await model.waitFor({ state: 'detached' });
    await sidebar.locator('.words', { hasText: 'at night' }).waitFor();
  });
});
