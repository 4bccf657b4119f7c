// A figure with a caption, and what can be done with its image in the line above it.
import assert from 'node:assert/strict';
import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { activeEditor, editorText, openFile, selectText, waitForText } from './workbench/editor.ts';
import { eventually } from './workbench/eventually.ts';
import { runCommand } from './workbench/quickInput.ts';
import { screenshot } from './workbench/window.ts';

describe('code lenses above an image', () => {
  let sample: SampleWorkbench;

  before(async () => {
    sample = await openSample({}, { settings: { 'depict.codeLens': true, 'depict.link.template': 'figure' } });
  });
  after(() => sample?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(sample.page, 'failed-code-lens');
  });

  it('appear with the figure, and make variations beside the image', async () => {
    const { page, folder } = sample;
    await openFile(page, 'web/index.html');
    await selectText(page, 'A starry night above a white lighthouse');
    await runCommand(page, 'Depict: Generate Image from Selection');
    const text = await waitForText(page, /<figcaption>[^<]+<\/figcaption>/, 60);
    assert.match(text, /<figure>\s*<img src="\.\.\/assets\/[^"]+" alt="[^"]+"[^>]*>\s*<figcaption>/);
    const lens = activeEditor(page).getByRole('button', { name: 'Variations' });
    await lens.waitFor();
    await screenshot(page, 'code-lens');
    await lens.click();
    await eventually(async () => assert.equal((await readdir(path.join(folder, 'assets'))).length, 4), 60);
    await screenshot(page, 'code-lens-variations');
  });

  it('go and come with the image, alone or with its folder, also outside of VS Code', async () => {
    const { page, folder } = sample;
    const [assets, aside] = [path.join(folder, 'assets'), path.join(folder, 'aside')];
    const [, name = ''] = /src="\.\.\/assets\/([^"]+)"/.exec(await editorText(page)) ?? [];
    const isThere = (count: number): Promise<void> =>
      eventually(async () =>
        assert.equal(await activeEditor(page).getByRole('button', { name: 'Variations' }).count(), count),
      );
    await isThere(1);
    await rename(assets, aside);
    await isThere(0);
    await rename(aside, assets);
    await isThere(1);
    await rename(path.join(assets, name), path.join(folder, name));
    await isThere(0);
    await rename(path.join(folder, name), path.join(assets, name));
    await isThere(1);
  });
});
