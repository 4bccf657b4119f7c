/** The window's colours. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually.ts';

/** By the names that VS Code's settings have for them. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'dark-high-contrast': 'Default High Contrast',
  'light-high-contrast': 'Default High Contrast Light',
} as const;

export type ThemeName = keyof typeof themes;

/** Colours the window by the folder's settings, and waits until the page in a view has the colours too. */
export async function chooseTheme(folder: string, page: Locator, name: ThemeName): Promise<void> {
  const file = path.join(folder, '.vscode/settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ 'workbench.colorTheme': themes[name] }));
  await eventually(async () => {
    const shown = await page.getAttribute('data-vscode-theme-id');
    if (shown !== themes[name]) throw new Error(`The theme is ${shown}, not ${themes[name]}.`);
  });
}
