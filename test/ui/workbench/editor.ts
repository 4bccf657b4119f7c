// The text editor: what is in it, what is selected, what a hover shows. Documents must fit on the screen.
import type { Locator, Page } from 'playwright-core';
import { quickInput } from './quickInput.ts';

/** Opens a file of the folder from the explorer and gives it the focus. `file` is relative to the folder. */
export async function openFile(page: Page, file: string): Promise<void> {
  const explorer = page.locator('.explorer-folders-view');
  const names = file.split('/');
  for (const [depth, name] of names.entries()) {
    const row = explorer.locator(`.monaco-list-row[aria-label="${name}"][aria-level="${depth + 1}"]`);
    if (depth === names.length - 1) await row.dblclick();
    else if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  }
  await page.locator(`.tab.active[data-resource-name="${names.at(-1)}"]`).waitFor();
  await activeEditor(page).locator('.view-line').first().waitFor();
}

/** The text editor of the active group. */
export function activeEditor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
}

/** The text as the screen shows it, lines joined by `\n`. */
export async function editorText(page: Page): Promise<string> {
  const lines = await activeEditor(page)
    .locator('.view-lines > .view-line')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat((element as HTMLElement).style.top), text: element.textContent }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
  // The editor shows every space as a no-break space.
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

/** Waits until the text of the editor matches, and gives it. */
export async function waitForText(page: Page, pattern: RegExp, timeoutSeconds = 30): Promise<string> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const text = await editorText(page);
    if (pattern.test(text)) return text;
    if (Date.now() > deadline)
      throw new Error(`${pattern} did not come within ${timeoutSeconds} s. The editor shows:\n${text}`);
    await page.waitForTimeout(100);
  }
}

/** Selects the first place of a text that stands in one line. */
export async function selectText(page: Page, text: string): Promise<void> {
  const lines = (await editorText(page)).split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  if (line < 0) throw new Error(`"${text}" is not in the editor, which shows:\n${lines.join('\n')}`);
  await goTo(page, line + 1, (lines[line] ?? '').indexOf(text) + 1);
  for (const _ of text) await page.keyboard.press('Shift+ArrowRight');
}

/** Puts the cursor into the active editor, lines and columns counted from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('Control+G');
  await quickInput(page).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
}

export async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.active:not(.dirty)').waitFor();
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Z');
}

/** Rests the mouse on a text of one line and gives the hover that comes. */
export async function hoverText(page: Page, text: string): Promise<Locator> {
  const line = activeEditor(page)
    .locator('.view-line')
    .filter({ hasText: text.replaceAll(' ', '\u00a0') })
    .first();
  const box = await line.locator('> span').evaluate((element, wanted) => {
    const place = (element.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted) + Math.floor(wanted.length / 2);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (before + length > place) {
        const range = document.createRange();
        range.setStart(node, place - before);
        range.setEnd(node, place - before + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      before += length;
    }
    throw new Error(`"${wanted}" is not in the line.`);
  }, text);
  // A hover comes when the mouse arrives, not when it was there all the time.
  await page.mouse.move(box.x, box.y + 60);
  await page.mouse.move(box.x, box.y, { steps: 4 });
  const hover = page
    .locator('.monaco-hover:visible')
    .filter({ has: page.locator('.monaco-hover-content') })
    .first();
  await hover.waitFor();
  return hover;
}

/** Waits until the picture in a hover is there to be seen: several hovers may grow into one. */
export async function shownImage(hover: Locator): Promise<Locator> {
  const image = hover.locator('img').first();
  await image.waitFor();
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  return image;
}
