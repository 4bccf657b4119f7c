import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleSentence } from './mainJob.ts';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { openFile, selectText, waitForText } from './workbench/editor.ts';
import { quickInput, quickItem, runCommand } from './workbench/quickInput.ts';
import { screenshot } from './workbench/window.ts';

describe('Restricted Mode', () => {
  let sample: SampleWorkbench;

  before(async () => {
    // What a stranger's repository may try.
    const hostile = {
      'depict.output.folder': 'elsewhere',
      'depict.model': 'evil/model',
      'depict.routerUrl': 'http://127.0.0.1:9',
      'depict.endpoint.url': 'http://127.0.0.1:9',
      'depict.link.template': '${path}?stolen',
    };
    sample = await openSample({}, { trusted: false }, async (folder) => {
      await mkdir(path.join(folder, '.vscode'));
      await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(hostile));
    });
  });
  after(() => sample?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(sample.page, 'failed-restricted');
  });

  it('makes images, but by none of the settings of the folder', async () => {
    const { page, api, folder } = sample;
    await openFile(page, 'README.md');
    await selectText(page, sampleSentence);
    await runCommand(page, 'Depict: Generate Image from Selection');
    await waitForText(page, /!\[A lighthouse[^\]]*\]\(assets\/[^)]+\)/);
    assert.ok(!(await readdir(folder)).includes('elsewhere'));
    const sent = api.requests.find(({ method }) => method === 'POST');
    assert.match(sent?.path ?? '', /FLUX\.1-schnell/);
  });

  it('writes a model that is chosen into no setting of the folder', async () => {
    const { page, folder } = sample;
    const file = path.join(folder, '.vscode/settings.json');
    const before = await readFile(file, 'utf8');
    await runCommand(page, 'Depict: Choose Model…');
    await quickInput(page).fill('qwen');
    await quickItem(page, 'Qwen/Qwen-Image').click();
    await quickItem(page, 'fal-ai').click();
    await page.locator('.statusbar-item', { hasText: 'Qwen-Image by fal-ai now, set in your settings.' }).waitFor();
    assert.equal(await readFile(file, 'utf8'), before);
  });
});
