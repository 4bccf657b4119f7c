import assert from 'node:assert/strict';
import { sampleSentence } from './mainJob.ts';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { openFile, selectText, waitForText } from './workbench/editor.ts';
import { answerInput, quickInput, quickInputMessage, runCommand } from './workbench/quickInput.ts';
import { answerNotification, notification, screenshot } from './workbench/window.ts';

describe('the first time, without a token', () => {
  let sample: SampleWorkbench;

  before(async () => {
    sample = await openSample({ requireToken: true });
  });
  after(() => sample?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(sample.page, 'failed-first-time');
  });

  it('leads to one in place, and the job goes on by itself', async () => {
    const { page, api } = sample;
    await openFile(page, 'README.md');
    await selectText(page, sampleSentence);
    await runCommand(page, 'Depict: Generate Image from Selection');
    await notification(page, /asks for a token/).waitFor();
    await screenshot(page, 'first-time');
    await answerNotification(page, /asks for a token/, 'Set Token…');
    await quickInput(page).fill('hf_with a space');
    await quickInputMessage(page).filter({ hasText: 'no spaces' }).waitFor();
    await screenshot(page, 'set-token');
    await answerInput(page, 'hf_demo_of_a_test');
    await waitForText(page, /!\[A lighthouse[^\]]*\]\(assets\/[^)]+\)/);
    const last = api.requests.findLast(({ method }) => method === 'POST');
    assert.equal(last?.headers['authorization'], 'Bearer hf_demo_of_a_test');
  });

  it('forgets the token when told to', async () => {
    const { page } = sample;
    await runCommand(page, 'Depict: Remove Token…');
    await notification(page, /The token for .* was removed/).waitFor();
  });
});
