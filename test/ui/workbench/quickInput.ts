// The command palette and every other list or box that opens at the top of the window.
import type { Locator, Page } from 'playwright-core';

/** Runs a command by the title that the palette shows, such as `Depict: Generate Image…`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  // Extensions add their commands while the window starts; an open palette does not notice.
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press('F1');
    await quickInput(page).fill(`>${title}`);
    const entry = quickItem(page, title).first();
    try {
      await entry.waitFor({ timeout: 2000 });
      await entry.click();
      return;
    } catch (error) {
      if (attempt === 10) throw new Error(`The palette has no command "${title}".`, { cause: error });
      await page.keyboard.press('Escape');
    }
  }
}

/** The input of the open quick pick or input box. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible input.input').first();
}

/** An entry of the open list by its whole label. */
export function quickItem(page: Page, label: string): Locator {
  const whole = new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}$`);
  return page
    .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: whole }) });
}

/** Types into the open input box and accepts it. */
export async function answerInput(page: Page, text: string): Promise<void> {
  await quickInput(page).fill(text);
  await page.keyboard.press('Enter');
}

/** What the open input box says is wrong with the text in it, or asks. */
export function quickInputMessage(page: Page): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-message');
}
