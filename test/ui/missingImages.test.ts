// A document whose images are not there yet: the hint, the quick fix, the list, and the pictures.
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { activeEditor, editorText, goTo, openFile } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import { runCommand } from './workbench/quickInput.ts';
import { notificationTexts, screenshot } from './workbench/window.ts';

describe('missing images', () => {
  let sample: SampleWorkbench;
  const pictures = (): Promise<readonly string[]> => readdir(path.join(sample.folder, 'assets')).catch(() => []);

  before(async () => {
    sample = await openSample({}, { settings: { 'depict.parameters.width': 384, 'depict.parameters.height': 256 } });
    await openFile(sample.page, 'docs/birds.md');
  });
  after(() => sample?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(sample.page, 'missing-images-failed');
  });

  it('have a hint, and a quick fix that makes one', async () => {
    const { page } = sample;
    await activeEditor(page).locator('.squiggly-hint').first().waitFor();
    const line = (await editorText(page)).split('\n').findIndex((text) => text.includes('heron'));
    await goTo(page, line + 1, 50);
    await page.keyboard.press('ControlOrMeta+Period');
    const fix = page.locator('.action-widget').getByText('Generate this image', { exact: true });
    await fix.waitFor();
    await screenshot(page, 'missing-image-quick-fix');
    await fix.click();
    await eventually(async () => assert.deepEqual(await pictures(), ['heron.png']));
  });

  it('are listed with what they are made from, ticked, and are made together', async () => {
    const { page } = sample;
    const before = await editorText(page);
    await runCommand(page, 'Depict: Generate Missing Images in This Document');
    const list = page.locator('.quick-input-widget:visible');
    await list.getByText('Two gulls over the harbour in a storm').waitFor();
    await list.getByText('owl at night, Owls').waitFor();
    assert.equal(await list.locator('.monaco-list-row').count(), 2);
    await screenshot(page, 'missing-images-list');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.deepEqual(await pictures(), ['gulls.png', 'heron.png', 'owl-at-night.png']));
    await eventually(async () => {
      assert.ok((await notificationTexts(page)).some((text) => text.includes('2 missing images were made.')));
    });
    await screenshot(page, 'missing-images-made');
    assert.equal(await editorText(page), before);
    await eventually(async () => assert.equal(await activeEditor(page).locator('.squiggly-hint').count(), 0));
  });

  it('are marked where they can be seen, however many are being made', async () => {
    const { page, api } = sample;
    const links = Array.from(
      { length: 300 },
      (_, index) => `![a stone, number ${index}](../assets/stone-${index}.png)`,
    );
    await writeFile(path.join(sample.folder, 'docs/stones.md'), links.join('\n\n'));
    await openFile(page, 'docs/stones.md');
    api.setFaults([{ on: 'POST *', fault: 'silent' }]);
    await runCommand(page, 'Depict: Generate Missing Images in This Document');
    const list = page.locator('.quick-input-widget:visible');
    await list.getByText('a stone, number 0', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    const areMarked = (): Promise<void> =>
      eventually(async () => {
        const lines = await activeEditor(page).locator('.view-line', { hasText: 'stone' }).evaluateAll(markersOf);
        assert.ok(lines.length > 5 && lines.every((text) => text.includes('Depict: ')), lines.join('\n'));
      });
    await areMarked();
    await screenshot(page, 'missing-images-on-their-way');
    await goTo(page, 401);
    await areMarked();
    await runCommand(page, 'Depict: Cancel All Images');
    await eventually(async () => assert.deepEqual(await notificationTexts(page), []));
  });
});

/** What stands behind each line without being text of the document. Runs in the page. */
function markersOf(lines: readonly Element[]): readonly string[] {
  return lines.map((line) =>
    [...line.querySelectorAll('span')].map((one) => getComputedStyle(one, '::after').content).join(''),
  );
}
