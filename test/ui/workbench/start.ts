// A real VS Code for UI tests: the served one with the packaged extension installed, in a headless Chromium.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../runner/root.mjs';
import { temporaryFolder } from '../../runner/run.mjs';
import { launchBrowser, workbenchAddress } from '../../runner/served/browser.mjs';
import { installExtension, startServer } from '../../runner/served/server.mjs';
import { setUpServed } from '../../runner/setUp.mjs';

export interface WorkbenchOptions {
  /** Machine settings on top of what keeps the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens folders in Restricted Mode; true is the default. */
  readonly trusted?: boolean;
  /** The package to install; depict.vsix of the checkout by default, null for none. */
  readonly vsix?: string | null;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Workbench {
  /** Where the server keeps what windows and extensions store. */
  readonly dataFolder: string;
  /** Opens a folder in a window of its own and waits until the workbench can be used. */
  open(folder: string): Promise<Page>;
  /** Ends server and browser. */
  close(): Promise<void>;
}

/** Editor lines are read from the screen, so none may be wrapped or completed by the editor itself. */
const readable = {
  'editor.wordWrap': 'off',
  '[markdown]': { 'editor.wordWrap': 'off' },
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'explorer.compactFolders': false,
};

/** Brings what is missing first; the second workbench of a run is up within seconds. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { served, chromium } = await setUpServed();
  const dataFolder = temporaryFolder('ui');
  const vsix = options.vsix === undefined ? path.join(root, 'depict.vsix') : options.vsix;
  if (vsix !== null) await installExtension(served, dataFolder, vsix);
  const server = await startServer({
    vscode: served,
    dataFolder,
    settings: { ...readable, ...options.settings },
    trusted: options.trusted ?? true,
    env: { ...process.env, ...options.env },
  });
  const browser = await launchBrowser(chromium);
  return {
    dataFolder,
    async open(folder) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.goto(workbenchAddress(server.origin, folder));
      await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
