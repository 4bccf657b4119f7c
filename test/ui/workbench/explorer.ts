// The files of the folder, in the list at the left.
import type { Locator, Page } from 'playwright-core';

/** Clicks a way through the menus of a file that stands right in the folder. */
export async function fileMenu(page: Page, file: string, ...names: readonly string[]): Promise<void> {
  await page.locator(`.explorer-folders-view .monaco-list-row[aria-label="${file}"]`).click({ button: 'right' });
  const item = (name: string): Locator => page.locator('.monaco-menu').getByRole('menuitem', { name, exact: true });
  for (const name of names.slice(0, -1)) await item(name).click();
  const [last = ''] = names.slice(-1);
  for (let attempt = 1; ; attempt += 1) {
    await item(last).click();
    try {
      await page.locator('.monaco-menu').first().waitFor({ state: 'hidden', timeout: 3000 });
      return;
    } catch (error) {
      // The workbench takes no click on a menu that has only just opened.
      if (attempt === 5) throw error;
    }
  }
}
