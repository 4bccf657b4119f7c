// Finding images again in the sidebar's gallery, few or many, with the mouse or the keyboard.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { addPast, type PastImage } from './historyFiles.ts';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import { machineAtRest } from './workbench/machineAtRest.ts';
import {
  button,
  fact,
  field,
  frameOf,
  generate,
  hasFocus,
  isSidebarOpen,
  leaveSidebar,
  openSidebar,
  picturesShown,
  reloadWindow,
  showTab,
} from './workbench/sidebar.ts';
import { dialog } from './workbench/window.ts';

const [schnell, dev] = ['black-forest-labs/FLUX.1-schnell', 'black-forest-labs/FLUX.1-dev'];
const day = 24 * 60 * 60 * 1000;

describe("the sidebar's gallery", () => {
  const at = sidebarSample();

  /** What the tests search is there from the first one on; each of them looks for images of its own. */
  const few: readonly PastImage[] = [
    { prompt: 'a heron in the reeds', at: Date.now() - day, model: schnell, document: 'README.md' },
    { prompt: 'a heron on a roof', at: Date.now() - day - 1000, model: dev, document: 'README.md' },
    { prompt: 'a heron in the rain', at: Date.now() - 2 * day, model: schnell, document: 'docs/weather.md' },
    { prompt: 'ﬁsh ＡＮＤ café', at: Date.now() - 400 * day, model: dev },
    { prompt: 'a crane, early', at: Date.now() - 401 * day, model: schnell },
    { prompt: 'a crane, later', at: Date.now() - 401 * day, model: schnell },
  ];

  const options = (sidebar: Locator): Locator => sidebar.getByRole('listbox', { name: 'Images' }).getByRole('option');
  const found = (sidebar: Locator, words: string): Promise<void> =>
    sidebar.getByRole('status').getByText(words, { exact: true }).waitFor();

  /** The gallery with all filters off. */
  async function openGallery(): Promise<Locator> {
    const sidebar = await openSidebar(at.page);
    await showTab(sidebar, 'Gallery');
    // Where one was comes back, also after a reload.
    const back = button(sidebar, 'Back to the Gallery');
    await back.or(field(sidebar, 'Search prompts')).first().waitFor();
    if (await back.isVisible()) await back.click();
    await field(sidebar, 'Search prompts').fill('');
    for (const name of ['Model', 'Document']) {
      const choice = sidebar.getByRole('combobox', { name });
      if ((await choice.count()) > 0) await choice.selectOption('');
    }
    const favourites = button(sidebar, 'Favorites only');
    if ((await favourites.getAttribute('aria-pressed')) === 'true') await favourites.click();
    return sidebar;
  }

  /**
   * The workbench writes down in its own time which view is open, and one that comes back with the window is painted
   * while all the rest starts: a second or more, with ten images as with ten thousand.
   */
  async function reloadWithoutSidebar(): Promise<void> {
    do {
      await leaveSidebar(at.page);
      await reloadWindow(at.page);
    } while (await isSidebarOpen(at.page));
  }

  /** How long it takes from the click until there is something to be seen. The first time, the extension starts too. */
  async function measureOpening(): Promise<{ readonly waits: string; readonly elements: number }> {
    const start = performance.now();
    const waits: string[] = [];
    const note = (what: string): number => waits.push(`${what} ${(performance.now() - start).toFixed()} ms`);
    const sidebar = await openSidebar(at.page);
    note('page');
    // After a reload, what an earlier test looked for may come back: the workbench writes such things in its own time.
    await openGallery();
    await options(sidebar).nth(5).waitFor();
    note('grid');
    await picturesShown(sidebar);
    note('pictures');
    const frame = await frameOf(sidebar);
    const [paint] = await frame.evaluate(() =>
      performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime),
    );
    waits.push(`first paint ${paint?.toFixed()} ms after the page's own start`);
    return { waits: waits.join(', '), elements: await frame.evaluate(() => document.querySelectorAll('*').length) };
  }

  before(async function () {
    this.timeout(300_000);
    const sidebar = await openSidebar(at.page);
    await generate(sidebar, 'the first of all');
    await addPast(at.sample, few);
    // It is read when people come back.
    await leaveSidebar(at.page);
  });

  it('shows what another window has added when people come back to it', async () => {
    await addPast(at.sample, [{ prompt: 'a postcard from elsewhere', at: Date.now(), model: schnell }]);
    await leaveSidebar(at.page);
    const sidebar = await openGallery();
    await sidebar.getByRole('option', { name: /^a postcard from elsewhere/ }).waitFor();
  });

  it('finds images by words, model, document and favour, and groups them by day', async () => {
    const sidebar = await openGallery();
    await field(sidebar, 'Search prompts').fill('HERON a');
    await found(sidebar, '3 images');
    await sidebar.getByRole('group', { name: 'Yesterday' }).getByRole('option').nth(1).waitFor();
    await sidebar.getByRole('combobox', { name: 'Model' }).selectOption(schnell);
    await found(sidebar, '2 images');
    await sidebar.getByRole('combobox', { name: 'Document' }).selectOption({ label: 'docs/weather.md' });
    await found(sidebar, '1 image');
    await options(sidebar).click();
    await button(sidebar, 'Add to Favorites').click();
    await button(sidebar, 'Back to the Gallery').click();
    await button(sidebar, 'Clear Search').click();
    await hasFocus(field(sidebar, 'Search prompts'));
    await sidebar.getByRole('combobox', { name: 'Model' }).selectOption('');
    await sidebar.getByRole('combobox', { name: 'Document' }).selectOption('');
    await button(sidebar, 'Favorites only').click();
    await found(sidebar, '1 image');
    await sidebar.getByRole('option', { name: /^a heron in the rain.*Favorite/ }).waitFor();
    await button(sidebar, 'Favorites only').click();
    // However it is typed: with ligatures, in full width, with composed accents or not.
    await field(sidebar, 'Search prompts').fill('fish and cafe\u0301');
    await found(sidebar, '1 image');
    await field(sidebar, 'Search prompts').fill('a dragon');
    await button(sidebar, 'Show All Images').click();
    await options(sidebar).nth(6).waitFor();
  });

  it('shows that a file was deleted outside, and that it is there again', async () => {
    await showTab(at.sidebar, 'Create');
    await generate(at.sidebar, 'a swan on the lake');
    const file = at.inFolder(await fact(at.sidebar, 'File').innerText());
    const bytes = await readFile(file);
    const sidebar = await openGallery();
    const gone = sidebar.getByRole('option', { name: /^a swan on the lake.*The file is gone/ });
    await rm(file);
    await gone.waitFor();
    await writeFile(file, bytes);
    await gone.waitFor({ state: 'detached' });
  });

  it('keeps the place of a picture free while it is being loaded', async () => {
    await leaveSidebar(at.page);
    const sidebar = await openGallery();
    await field(sidebar, 'Search prompts').fill('heron');
    await found(sidebar, '3 images');
    await options(sidebar).first().click();
    await picturesShown(sidebar.locator('.detail'));
    /** Where the words below the picture stand in each frame, until the next picture is there. */
    const places = await sidebar.locator('.detail').evaluate(async (detail) => {
      const seen = new Set<number>();
      detail.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      for (;;) {
        await new Promise(requestAnimationFrame);
        const picture = document.querySelector<HTMLImageElement>('.picture img');
        seen.add(Math.round(document.querySelector('.words')?.getBoundingClientRect().top ?? 0));
        if (picture?.complete) return [...seen];
      }
    });
    assert.equal(places.length, 1, `the words have stood at ${places.join(', ')}`);
  });

  it('can be used by keyboard alone', async () => {
    const sidebar = await openGallery();
    const { keyboard } = at.page;
    await field(sidebar, 'Search prompts').fill('heron');
    await found(sidebar, '3 images');
    await eventually(async () => {
      await keyboard.press('Tab');
      await hasFocusWithin(sidebar, '[role="option"]');
    });
    const [first, second, third] = ['a heron in the reeds', 'a heron on a roof', 'a heron in the rain'].map((prompt) =>
      sidebar.getByRole('option', { name: new RegExp(`^${prompt}`) }),
    );
    assert.ok(first && second && third);
    // Where one was before comes back.
    await keyboard.press('Home');
    await hasFocus(first);
    await keyboard.press('ArrowRight');
    await hasFocus(second);
    await keyboard.press('End');
    await hasFocus(third);
    await keyboard.press('ArrowUp');
    await hasFocus(first);
    await keyboard.press('End');
    await keyboard.press('Home');
    await hasFocus(first);

    await keyboard.press('Enter');
    const detail = sidebar.getByRole('region', { name: /^a heron in the reeds, 1 of 3/ });
    await hasFocus(detail);
    await keyboard.press('ArrowRight');
    await hasFocus(sidebar.getByRole('region', { name: /^a heron on a roof, 2 of 3/ }));
    await keyboard.press('Escape');
    await hasFocus(second);

    await keyboard.press(' ');
    await keyboard.press('Home');
    await keyboard.press(' ');
    assert.deepEqual(
      await options(sidebar).evaluateAll((all) => all.map((option) => option.getAttribute('aria-selected'))),
      ['true', 'true', 'false'],
    );
    await keyboard.press('Tab');
    await hasFocus(button(sidebar, 'Compare'));
    await keyboard.press('Enter');
    await hasFocus(sidebar.getByRole('region', { name: 'Compare' }));
    const rows = sidebar.getByRole('row');
    assert.match((await rows.nth(0).innerText()).replaceAll('\n', ' '), /^Prompt differs a heron/);
    await sidebar.locator('[role="row"].differs', { hasText: 'Model' }).waitFor();
    await keyboard.press('Escape');
    await first.waitFor();
    await hasFocusWithin(sidebar, '[role="option"]');
    await keyboard.press('Escape');
    await sidebar.locator('.compare-bar').waitFor({ state: 'detached' });

    await keyboard.press('Delete');
    await dialog(at.page).getByText('Delete the image of “a heron').waitFor();
    await keyboard.press('Escape');
    await dialog(at.page).waitFor({ state: 'detached' });
    assert.equal(await options(sidebar).count(), 3);
  });

  it('opens with ten thousand images as it does with ten', async function () {
    this.timeout(600_000);
    for (const count of [10, 10_000]) {
      // Ten are there by now, more or less; the others are added to them.
      if (count > 10) await addPast(at.sample, many(count));
      await openGallery();
      await reloadWithoutSidebar();
      const when = (await machineAtRest()) ? '' : ' (on a busy machine)';
      for (const time of ['first', 'second', 'third']) {
        const { waits, elements } = await measureOpening();
        console.log(`      ${count.toLocaleString('en')} images, ${time} time${when}: ${waits}, ${elements} elements`);
        assert.ok(elements < 600, `${elements} elements for ${count} images`);
        await leaveSidebar(at.page);
      }
    }

    const sidebar = await openGallery();
    await options(sidebar).first().focus();
    await at.page.keyboard.press('End');
    const last = sidebar.getByRole('option', { name: /^image number 9999 / });
    await hasFocus(last);
    assert.equal(await last.getAttribute('aria-posinset'), await last.getAttribute('aria-setsize'));
    await picturesShown(sidebar);
    const grid = sidebar.getByRole('listbox');
    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await sidebar
      .getByRole('option', { name: /^image number (4|5)\d\d\d / })
      .first()
      .waitFor();
    await picturesShown(sidebar);
    await field(sidebar, 'Search prompts').fill('number 7770');
    await found(sidebar, '1 image');
    await options(sidebar).click();
    await sidebar.getByText('image number 7770 of a long life').first().waitFor();
  });
});

/** Older than a year and a half, some each day. */
function many(count: number): readonly PastImage[] {
  return Array.from({ length: count }, (_, index) => ({
    prompt: `image number ${index} of a long life`,
    at: Date.now() - 500 * day - index * (day / 40),
    model: schnell,
  }));
}

async function hasFocusWithin(sidebar: Locator, selector: string): Promise<void> {
  assert.equal(await sidebar.evaluate((_, wanted) => document.activeElement?.matches(wanted), selector), true);
}
