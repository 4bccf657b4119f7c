// The rest of the window: notifications, dialogs, the status bar, screenshots.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../runner/root.mjs';

/** The notification that says this, shown as a toast. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item').filter({
    has: page.locator('.notification-list-item-message', { hasText: text }),
  });
}

/** Clicks a button of the notification that says this. */
export async function answerNotification(page: Page, text: string | RegExp, button: string): Promise<void> {
  await notification(page, text).first().getByRole('button', { name: button, exact: true }).click();
}

/** What all the notifications on the screen say. */
export function notificationTexts(page: Page): Promise<string[]> {
  return page.locator('.notifications-toasts .notification-list-item-message').allTextContents();
}

/** The modal dialog in the middle of the window. */
export function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** Clicks a button of the modal dialog. */
export async function answerDialog(page: Page, button: string | RegExp): Promise<void> {
  await dialog(page).getByRole('button', { name: button }).click();
}

/** An item of the status bar by the text it shows. */
export function statusBarItem(page: Page, text: string | RegExp): Locator {
  return page.locator('.statusbar-item:visible').filter({ hasText: text });
}

/** Keeps what the window looks like. Gives the file. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(root, 'out/screenshots', `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}
