/** A workbench with the sidebar open, for the tests of a file. Each test begins with an API as new and an empty form. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { DemoApiOptions } from '../demoApi/demoApi.ts';
import { openSample, settingsFor, type SampleOptions, type SampleWorkbench } from './sampleWorkbench.ts';
import { goTo, openFile } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import { runCommand } from './workbench/quickInput.ts';
import { button, leaveSidebar, openSidebar, promptField, showMore, showTab } from './workbench/sidebar.ts';
import { screenshot } from './workbench/window.ts';

export interface SidebarSample {
  readonly sample: SampleWorkbench;
  readonly page: Page;
  readonly sidebar: Locator;
  /** Absolute, of a file in the folder. */
  inFolder(file: string): string;
  /** A document of the test's own, with the cursor in a line of it. */
  openDocument(file: string, text: string, line: number): Promise<void>;
}

/** To be called where tests are described. Small pictures are drawn fast. */
export function sidebarSample(options: SampleOptions = {}, apiOptions: DemoApiOptions = {}): SidebarSample {
  const small = { 'depict.parameters.width': 384, 'depict.parameters.height': 256 };
  let sample: SampleWorkbench | undefined;
  let sidebar: Locator | undefined;

  const parts: SidebarSample = {
    get sample() {
      return present(sample);
    },
    get page() {
      return present(sample).page;
    },
    get sidebar() {
      return present(sidebar);
    },
    inFolder: (file) => path.join(parts.sample.folder, file),
    async openDocument(file, text, line) {
      await writeFile(parts.inFolder(file), text);
      await leaveSidebar(parts.page);
      await openFile(parts.page, file);
      await goTo(parts.page, line);
      await openSidebar(parts.page);
    },
  };

  before(async () => {
    sample = await openSample(apiOptions, {
      ...options,
      settings: (api) => ({ ...small, ...settingsFor(api, options.settings) }),
    });
  });
  after(() => sample?.close());

  beforeEach(async () => {
    parts.sample.api.reset();
    await runCommand(parts.page, 'Notifications: Clear All Notifications');
    sidebar = await openSidebar(parts.page);
    await showTab(sidebar, 'Create');
    await showMore(sidebar);
    await promptField(sidebar).fill('to be cleared');
    await button(sidebar, 'Clear Form').click();
    await eventually(async () => assert.equal(await promptField(parts.sidebar).inputValue(), ''));
  });

  afterEach(async function () {
    const { state, title } = this.currentTest ?? {};
    if (state === 'failed') await screenshot(parts.page, `failed-${title?.replaceAll(/\W+/g, '-').slice(0, 40)}`);
  });

  return parts;
}

function present<T>(part: T | undefined): T {
  if (!part) throw new Error('The workbench is not open yet.');
  return part;
}
