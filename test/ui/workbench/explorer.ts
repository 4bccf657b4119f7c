// The files of the folder, in the list at the left.
import type { Page } from 'playwright-core';

/** Clicks a way through the menus of a file that stands right in the folder. */
export async function fileMenu(page: Page, file: string, ...names: readonly string[]): Promise<void> {
  await page.locator(`.explorer-folders-view .monaco-list-row[aria-label="${file}"]`).click({ button: 'right' });
  for (const name of names) {
    await page.locator('.monaco-menu').getByRole('menuitem', { name, exact: true }).click();
  }
}
