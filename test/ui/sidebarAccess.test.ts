// Whether everybody can use the sidebar: whatever the colours, however narrow, with a keyboard or a screen reader.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { openFile } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import {
  button,
  field,
  generate,
  openSidebar,
  picturesShown,
  promptField,
  resizeSidebar,
  showMore,
  showTab,
} from './workbench/sidebar.ts';
import { chooseTheme, themes, type ThemeName } from './workbench/theme.ts';
import { screenshot } from './workbench/window.ts';

/** Everything that the page can look like, in an order in which one comes from the other. */
const states: readonly {
  readonly name: string;
  readonly bring: (sidebar: Locator, sample: SampleWorkbench) => Promise<void>;
}[] = [
  { name: 'empty', bring: async () => {} },
  { name: 'empty-gallery', bring: (sidebar) => showTab(sidebar, 'Gallery') },
  {
    name: 'more',
    bring: async (sidebar) => {
      await showTab(sidebar, 'Create');
      await showMore(sidebar);
      await sidebar.getByRole('button', { name: 'Watercolor' }).click();
      await field(sidebar, 'Negative prompt').fill('people, text,');
    },
  },
  {
    name: 'problem',
    bring: async (sidebar) => {
      await field(sidebar, 'Steps').fill('many');
      await field(sidebar, 'Images').fill('0');
      await promptField(sidebar).fill('a {red|blue} kite');
      await promptField(sidebar).press('ControlOrMeta+Enter');
      await sidebar.locator('.problem').nth(1).waitFor();
    },
  },
  {
    name: 'running',
    bring: async (sidebar, { api }) => {
      await button(sidebar, 'Clear Form').click();
      // What the host sends back would take the place of what is typed before.
      await eventually(async () => assert.equal(await promptField(sidebar).inputValue(), ''));
      // How many are made is no part of what is made.
      await field(sidebar, 'Images').fill('1');
      await sidebar.locator('details.more summary').click();
      api.setFaults([{ on: 'POST *', fault: 'silent' }]);
      await promptField(sidebar).fill('a harbour at dawn, fishing boats, oil painting');
      await promptField(sidebar).press('ControlOrMeta+Enter');
      await sidebar.locator('.job.running').waitFor();
    },
  },
  {
    name: 'failed',
    bring: async (sidebar, { api }) => {
      api.setFaults([{ on: 'POST *', fault: 'noCredit' }]);
      await promptField(sidebar).press('ControlOrMeta+Shift+Enter');
      await sidebar.locator('.job.failed').waitFor();
    },
  },
  {
    name: 'results',
    bring: async (sidebar, { api }) => {
      await sidebar
        .locator('.job')
        .getByRole('button', { name: /^Dismiss/ })
        .click();
      api.setFaults([]);
      await generate(sidebar, 'a lighthouse on a cliff, gulls', 2);
      await generate(sidebar, 'a harbour at dawn, fishing boats, oil painting', 3);
      await picturesShown(sidebar);
    },
  },
  {
    name: 'gallery',
    bring: async (sidebar) => {
      await button(sidebar, 'Add to Favorites').click();
      await showTab(sidebar, 'Gallery');
      await sidebar.getByRole('option').nth(4).waitFor();
      await picturesShown(sidebar);
    },
  },
  {
    name: 'nothing-found',
    bring: async (sidebar) => {
      await field(sidebar, 'Search prompts').fill('a dragon');
      await sidebar.getByText('No image fits.').waitFor();
    },
  },
  {
    name: 'detail',
    bring: async (sidebar) => {
      await button(sidebar, 'Show All Images').click();
      await sidebar.getByRole('option').first().click();
      await picturesShown(sidebar);
    },
  },
  {
    name: 'marked',
    bring: async (sidebar) => {
      await button(sidebar, 'Back to the Gallery').click();
      await sidebar.getByRole('option').first().press(' ');
      await sidebar
        .getByRole('option')
        .nth(3)
        .click({ modifiers: ['ControlOrMeta'] });
      await sidebar.locator('.compare-bar', { hasText: '2 images marked' }).waitFor();
    },
  },
  {
    name: 'compare',
    bring: async (sidebar) => {
      await button(sidebar, 'Compare').click();
      await picturesShown(sidebar);
    },
  },
];

describe('the sidebar, for everybody', () => {
  let sample: SampleWorkbench;
  let page: Page;
  let sidebar: Locator;

  before(async () => {
    sample = await openSample({}, { settings: { 'depict.parameters.width': 512, 'depict.parameters.height': 512 } });
    ({ page } = sample);
    await openFile(page, 'README.md');
    sidebar = await openSidebar(page);
  });
  after(() => sample?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('can be read in every state, in light, dark and high contrast, narrow and enlarged', async function () {
    this.timeout(600_000);
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      for (const violation of await axeViolations(sidebar)) found.push(`${where}: ${violation}`);
      for (const text of await cutOff(sidebar)) found.push(`${where}: is cut off: ${text}`);
      for (const text of await saidTwice(sidebar)) found.push(`${where}: is said twice: ${text}`);
    };
    for (const { name, bring } of states) {
      await bring(sidebar, sample);
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await chooseTheme(sample.folder, sidebar, theme);
        await look(`${name}, ${theme}`);
        await screenshot(page, `sidebar-${name}-${theme}`);
      }
      await resizeSidebar(page, 250);
      await look(`${name}, 250 pixels wide`);
      await screenshot(page, `sidebar-${name}-narrow`);
      await resizeSidebar(page, 340);
      // What a browser's zoom of 200 % makes of the window.
      await page.setViewportSize({ width: 640, height: 400 });
      await look(`${name}, at 200 %`);
      await screenshot(page, `sidebar-${name}-zoomed`);
      await page.setViewportSize({ width: 1280, height: 800 });
      await resizeSidebar(page, 340);
    }
    assert.deepEqual(found, []);
  });
});

/** Words of buttons and labels for which there is not enough room, and parts that stick out at the side. */
function cutOff(sidebar: Locator): Promise<readonly string[]> {
  return sidebar.evaluate((body) =>
    [
      ...body.querySelectorAll<HTMLElement>(
        '.panel, button, label, .label, p, dd, dt, summary, input, select, [role="row"]',
      ),
    ]
      .filter(
        (element) =>
          !element.closest('.unseen') && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
      )
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}

/** Elements whose title only repeats what they are called: readers say a title behind the name. */
function saidTwice(sidebar: Locator): Promise<readonly string[]> {
  return sidebar.evaluate((body) =>
    [...body.querySelectorAll<HTMLElement>('[title][aria-label]')]
      .filter(({ title, ariaLabel }) => ariaLabel?.includes(title))
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}
