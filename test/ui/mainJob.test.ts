import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDemoApi } from '../demoApi/demoApi.ts';
import { root } from '../runner/root.mjs';
import { temporaryFolder } from '../runner/run.mjs';
import { doMainJob, sampleSentence } from './mainJob.ts';
import { undo, waitForText } from './workbench/editor.ts';
import type { Workbench } from './workbench/start.ts';
import { startWorkbench } from './workbench/start.ts';
import { screenshot } from './workbench/window.ts';

describe('the main job', () => {
  let api: Awaited<ReturnType<typeof startDemoApi>>;
  let workbench: Workbench;
  let folder: string;
  let page: Page;

  before(async () => {
    api = await startDemoApi();
    folder = temporaryFolder('sample');
    await cp(path.join(root, 'test/runner/sample'), folder, { recursive: true });
    workbench = await startWorkbench({ settings: { 'depict.hubUrl': api.url, 'depict.routerUrl': api.url } });
    page = await workbench.open(folder);
  });

  after(async () => {
    await workbench?.close();
    await api?.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && page) await screenshot(page, 'main-job-test-failed');
  });

  it('turns the selected sentence into a file and a link below it', async () => {
    const { file, line, size } = await doMainJob(page, folder);
    assert.equal(path.dirname(file), path.join(folder, 'assets'));
    assert.match(line, /^!\[A lighthouse at dusk[^\]]*\]\(assets\/[^)]+\)$/);
    assert(size.width > 0 && size.height > 0);
    const lines = (await readFile(path.join(folder, 'README.md'), 'utf8')).split('\n');
    assert.equal(lines[lines.indexOf(line) - 2], sampleSentence);
  });

  it('takes the link away with one undo and leaves the file', async () => {
    const link = /assets\/[^)]+/.exec(await readFile(path.join(folder, 'README.md'), 'utf8'))?.[0];
    assert(link);
    await undo(page);
    await waitForText(page, new RegExp(`^(?![^]*!\\[)[^]*${sampleSentence.slice(0, 20)}`));
    await readFile(path.join(folder, link));
  });
});
