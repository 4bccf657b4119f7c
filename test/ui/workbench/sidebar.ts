// The Depict sidebar: a page of its own in a frame within a frame.
import assert from 'node:assert/strict';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

const view = 'iframe.webview.ready[src*="extensionId=depict.depict"]';

/** Opens the view from the activity bar, unless it is open, and waits for the page in it. */
export async function openSidebar(page: Page): Promise<Locator> {
  if (!(await isSidebarOpen(page))) await activity(page, 'Depict').click();
  return sidebarPage(page);
}

export async function isSidebarOpen(page: Page): Promise<boolean> {
  return activity(page, 'Depict').evaluate((element) => element.classList.contains('checked'));
}

/** Closes the view by opening another one in its place. */
export async function leaveSidebar(page: Page): Promise<void> {
  await activity(page, 'Explorer').click();
  await page.locator('.explorer-folders-view').waitFor();
}

/** The body of the page, once it has drawn itself. */
export async function sidebarPage(page: Page): Promise<Locator> {
  const body = sidebarFrame(page).locator('body');
  await body.locator('[role="tablist"]').waitFor();
  return body;
}

/** Reloads the window, as the command does, and waits until it can be used. */
export async function reloadWindow(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.monaco-workbench .activitybar .action-item.checked').waitFor({ timeout: 60_000 });
}

/** Where scripts can be run in the page, which its own rules do not allow. */
export async function frameOf(sidebar: Locator): Promise<Frame> {
  const frame = await (await sidebar.elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The sidebar has no page.');
  return frame;
}

/** Chooses one of the page's tabs. */
export async function showTab(sidebar: Locator, name: 'Create' | 'Gallery'): Promise<void> {
  await sidebar.getByRole('tab', { name }).click();
}

export function promptField(sidebar: Locator): Locator {
  return sidebar.getByRole('textbox', { name: 'Prompt', exact: true });
}

/** A field of the form by its label. */
export function field(sidebar: Locator, label: string): Locator {
  return sidebar.getByRole('textbox', { name: label, exact: true });
}

export function button(part: Locator, name: string): Locator {
  return part.getByRole('button', { name, exact: true });
}

/** Opens what stands under "More settings". */
export async function showMore(sidebar: Locator): Promise<void> {
  const more = sidebar.locator('details.more');
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
}

/** Asks for images by the form's keys, and waits until the last of them is there. */
export async function generate(sidebar: Locator, prompt: string, count = 1): Promise<void> {
  await promptField(sidebar).fill(prompt);
  await field(sidebar, 'Images').fill(String(count));
  await promptField(sidebar).press('ControlOrMeta+Enter');
  const newest = sidebar.getByRole('region', { name: 'Newest' });
  await newest.locator('.words', { hasText: prompt }).waitFor();
  if (count > 1)
    await together(sidebar)
      .nth(count - 1)
      .waitFor();
  await sidebar.locator('.job').waitFor({ state: 'detached' });
}

/** The images that were asked for together with the newest one, newest first. */
export function together(sidebar: Locator): Locator {
  return sidebar.getByRole('group', { name: 'Made together' }).getByRole('button');
}

/** What the page tells about the image that it shows. */
export function fact(sidebar: Locator, label: string): Locator {
  return sidebar.locator('.facts > div', { hasText: new RegExp(`^${label}`) }).locator('dd');
}

/** Waits until every picture of a part of the page can be seen. */
export async function picturesShown(part: Locator): Promise<void> {
  await part.locator('.thumbnail.none').first().waitFor({ state: 'detached' });
  await part
    .locator('img')
    .evaluateAll((images) => Promise.all(images.map((image) => (image as HTMLImageElement).decode())));
}

/** Waits until an element of the page has the focus. */
export async function hasFocus(element: Locator): Promise<void> {
  await eventually(async () => {
    assert.equal(await element.evaluate((one) => one === document.activeElement && document.hasFocus()), true);
  });
}

function sidebarFrame(page: Page): FrameLocator {
  return page.frameLocator(view).frameLocator('#active-frame');
}

function activity(page: Page, name: string): Locator {
  return page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${name}"])`);
}

/** Drags the edge of the side bar until its page is so wide, in pixels. */
export async function resizeSidebar(page: Page, width: number): Promise<void> {
  const { width: before } = await box(page.locator(view));
  const { x, width: thickness } = await box(page.locator('.monaco-sash.vertical:not(.disabled)').first());
  const at = x + thickness / 2;
  await page.mouse.move(at, 300);
  await page.mouse.down();
  await page.mouse.move(at + width - before, 300, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(at + 300, 600);
  await eventually(async () => assert.equal((await box(page.locator(view))).width, width));
}

async function box(element: Locator): Promise<{ readonly x: number; readonly width: number }> {
  const found = await element.boundingBox();
  if (!found) throw new Error('It is not on the screen.');
  return found;
}
