// The Depict sidebar: a page of its own in a frame within a frame.
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Opens the view from the activity bar, unless it is open, and waits for the page in it. */
export async function openSidebar(page: Page): Promise<Locator> {
  const tab = activity(page, 'Depict');
  if (!(await tab.evaluate((element) => element.classList.contains('checked')))) await tab.click();
  return sidebarPage(page);
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

export function sidebarFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Chooses one of the page's tabs. */
export async function showTab(sidebar: Locator, name: 'Create' | 'Gallery'): Promise<void> {
  await sidebar.getByRole('tab', { name }).click();
}

function activity(page: Page, name: string): Locator {
  return page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${name}"])`);
}
