import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sampleSentence } from './mainJob.ts';
import { openSample, type SampleWorkbench } from './sampleWorkbench.ts';
import { activeEditor, hoverText, openFile, selectText, shownImage, undo, waitForText } from './workbench/editor.ts';
import { answerInput, quickInput, runCommand } from './workbench/quickInput.ts';
import { answerNotification, notification, screenshot, statusBarItem } from './workbench/window.ts';

const title = 'Depict: Generate Image from Selection';
const link = /!\[A lighthouse[^\]]*\]\((assets\/[^)]+)\)/;

describe('what a user sees', () => {
  let sample: SampleWorkbench;
  let page: Page;

  before(async () => {
    sample = await openSample();
    ({ page } = sample);
    await openFile(page, 'README.md');
  });
  after(() => sample?.close());

  beforeEach(async () => {
    sample.api.reset();
    await runCommand(page, 'Notifications: Clear All Notifications');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  const images = (): Promise<string[]> => readdir(path.join(sample.folder, 'assets')).catch(() => []);

  async function startJob(): Promise<void> {
    await selectText(page, sampleSentence);
    await runCommand(page, title);
  }

  it('shows a marker, progress and the status bar while it works, and cancels from the notification', async () => {
    sample.api.setFaults([{ on: 'POST *', fault: 'silent' }]);
    await startJob();
    await activeEditor(page).locator('.view-line', { hasText: 'black' }).first().waitFor();
    await statusBarItem(page, '1 image').waitFor();
    await sample.api.received(2);
    await screenshot(page, 'running');
    await answerNotification(page, /Depict/, 'Cancel');
    assert.equal(await sample.api.requests.at(-1)?.finished, 'brokenOff');
    await statusBarItem(page, '1 image').waitFor({ state: 'detached' });
    await waitForText(page, /^(?![^]*!\[)/);
  });

  it('previews the image on hover over its link', async () => {
    await startJob();
    await waitForText(page, link);
    // Escape, which ends the placeholder of the alt text, hides notifications too.
    await notification(page, /Saved assets/).waitFor();
    await screenshot(page, 'saved');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Notifications: Clear All Notifications');
    const hover = await hoverText(page, 'assets/a-lighthouse');
    await shownImage(hover);
    // The hover is drawn once more with each answer of those who have something to say, VS Code's own among them.
    await hover.filter({ hasText: /FLUX\.1-schnell\s·\shf-inference\s·\sseed\s\d+/ }).waitFor();
    await screenshot(page, 'hover');
    await undo(page);
    await waitForText(page, /^(?![^]*!\[)/);
  });

  it('says in words what went wrong, with the button that does something about it', async () => {
    for (const [fault, words, button] of [
      ['noCredit', /credits at .* are used up/, 'Use My Own Server'],
      ['noPermission', /does not allow this with the token.*sufficient permissions/, 'Set Token…'],
      ['captivePortal', /a web page instead of a picture/, 'Try Again'],
      ['cutQuietly', /broke off before its end/, 'Try Again'],
      ['serverError', /is not working just now.*The worker ran out of memory/, 'Show Log'],
    ] as const) {
      sample.api.setFaults([{ on: 'POST *', fault }]);
      await startJob();
      await notification(page, words).getByRole('button', { name: button, exact: true }).waitFor();
      await screenshot(page, `failure-${fault}`);
      await runCommand(page, 'Notifications: Clear All Notifications');
    }
  });

  it('tries again at the same place when told to', async () => {
    sample.api.setFaults([{ on: 'POST *', nth: 1, fault: 'cutQuietly' }]);
    await startJob();
    await answerNotification(page, /broke off before its end/, 'Try Again');
    await waitForText(page, link);
    await page.keyboard.press('Escape');
    await undo(page);
  });

  it('keeps a black picture back, and saves it when told to', async () => {
    const before = (await images()).length;
    sample.api.setFaults([{ on: 'POST *', fault: 'blackPng' }]);
    await startJob();
    await notification(page, /solid black/).waitFor();
    await screenshot(page, 'failure-black');
    assert.equal((await images()).length, before);
    await answerNotification(page, /solid black/, 'Keep It Anyway');
    await waitForText(page, link);
    assert.equal((await images()).length, before + 1);
    await page.keyboard.press('Escape');
    await undo(page);
  });

  it('cannot be made to show links or commands by a server', async () => {
    const error = 'Click [here](command:workbench.action.quit) or [there](https://evil.example)';
    sample.api.setFaults([{ on: 'POST *', fault: { status: 400, json: { error } } }]);
    await startJob();
    const shown = notification(page, /does not accept the request/);
    await shown.waitFor();
    assert.equal(await shown.locator('.notification-list-item-message a').count(), 0);
  });

  it('asks for a prompt and links the image at the cursor', async () => {
    await writeFile(path.join(sample.folder, 'empty.md'), '');
    await openFile(page, 'empty.md');
    await runCommand(page, 'Depict: Generate Image…');
    await quickInput(page).waitFor();
    await screenshot(page, 'prompt');
    await answerInput(page, 'Mountains in the mist');
    await waitForText(page, /^!\[Mountains in the mist\]\(assets\/mountains-in-the-mist\.png\)/);
  });
});
