// Watching images come in the sidebar, and what can be done when they do not.
import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { RecordedRequest } from '../demoApi/server/recorder.ts';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import {
  fact,
  field,
  frameOf,
  hasFocus,
  leaveSidebar,
  openSidebar,
  promptField,
  reloadWindow,
} from './workbench/sidebar.ts';
import { notificationTexts, screenshot, statusBarItem } from './workbench/window.ts';

describe("the sidebar's jobs", () => {
  const at = sidebarSample();

  const posts = (): readonly RecordedRequest[] => at.sample.api.requests.filter(({ method }) => method === 'POST');
  const images = (): Promise<readonly string[]> => readdir(at.inFolder('assets')).catch(() => []);

  async function start(prompt: string, count = 1): Promise<Locator> {
    await promptField(at.sidebar).fill(prompt);
    await field(at.sidebar, 'Images').fill(String(count));
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    return job(at.sidebar, prompt);
  }

  it('shows what one is doing and for how long, and cancels it at the service too', async () => {
    at.sample.api.setFaults([{ on: 'POST *', fault: 'silent' }]);
    const running = await start('a quiet pond');
    await running.getByText(/generating/i).waitFor();
    await running.getByText('2 s', { exact: true }).waitFor();
    await running.getByRole('progressbar', { name: 'Progress of a quiet pond' }).waitFor();
    await running.getByRole('button', { name: 'Cancel: a quiet pond' }).click();
    await running.waitFor({ state: 'detached' });
    assert.equal(await posts()[0]?.finished, 'brokenOff');
    await statusBarItem(at.page, /1 image/).waitFor({ state: 'detached' });
  });

  it('tells that a model is being loaded, and how long that takes', async () => {
    at.sample.api.setFaults([{ on: 'POST *', fault: 'loading' }]);
    const running = await start('a slow start');
    await running.getByText(/the model is being loaded, about \d+ s/i).waitFor();
    await running.getByRole('button', { name: /^Cancel/ }).click();
    await running.waitFor({ state: 'detached' });
  });

  it('lets two run and the others wait in line, and goes on when the view is closed', async () => {
    at.sample.api.setFaults([{ on: 'POST *', nth: [1, 2], fault: 'silent' }]);
    const [first, , third] = [
      await start('the first one'),
      await start('the second one'),
      await start('the third one'),
    ];
    await third.getByText(/next in line/i).waitFor();
    assert.equal(posts().length, 2);
    await first.getByRole('button', { name: /^Cancel/ }).click();
    await leaveSidebar(at.page);
    await eventually(async () => assert.ok((await images()).includes('the-third-one.png')));
    const sidebar = await openSidebar(at.page);
    await sidebar.locator('.words', { hasText: 'the third one' }).waitFor();
    await job(sidebar, 'the second one')
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await sidebar.locator('.job').first().waitFor({ state: 'detached' });
  });

  for (const [fault, words, buttons] of [
    ['badToken', /asks for a token/, ['Set Token…', 'Try It Offline']],
    ['noCredit', /credits at .* are used up.*depleted your monthly/, ['Choose Model…', 'Use My Own Server']],
    ['overloaded', /overloaded/, ['Try Again']],
    ['captivePortal', /a web page instead of a picture/, ['Try Again']],
  ] as const) {
    it(`keeps one that failed by ${fault}, with words and buttons, until it is dismissed`, async () => {
      at.sample.api.setFaults([{ on: 'POST *', fault }]);
      const failed = await start(`a kite that meets ${fault}`);
      await failed.getByText(words).waitFor();
      for (const label of buttons) await failed.getByRole('button', { name: `${label}: a kite` }).waitFor();
      assert.deepEqual(await notificationTexts(at.page), []);
      await failed.getByRole('button', { name: /^Dismiss/ }).click();
      await failed.waitFor({ state: 'detached' });
    });
  }

  it('tries again when told to', async () => {
    at.sample.api.setFaults([{ on: 'POST *', nth: 1, fault: 'cutQuietly' }]);
    const failed = await start('a second chance');
    await failed.getByRole('button', { name: /^Try Again/ }).click();
    await at.sidebar.locator('.words', { hasText: 'a second chance' }).waitFor();
    await failed.waitFor({ state: 'detached' });
    assert.equal(posts().length, 2);
  });

  it('goes on with a draft where a token is missing, when told to', async () => {
    at.sample.api.setFaults([{ on: 'POST *', fault: 'badToken' }]);
    const failed = await start('a kite without a token');
    await failed.getByRole('button', { name: /^Try It Offline/ }).click();
    await at.sidebar.locator('.words', { hasText: 'a kite without a token' }).waitFor();
    await failed.waitFor({ state: 'detached' });
    assert.equal(posts().length, 1);
  });

  it('makes the picture with a relative of a model that nobody serves any more', async () => {
    // Each of the four providers that are listed for it.
    at.sample.api.setFaults([{ on: 'POST *', nth: [1, 2, 3, 4], fault: 'gone' }]);
    const failed = await start('a door to another house');
    await failed.getByText(/Served now, for instance: .*black-forest-labs\/FLUX\.1-dev/).waitFor();
    await failed.getByRole('button', { name: /^Use FLUX\.1-dev/ }).click();
    await at.sidebar.locator('.words', { hasText: 'a door to another house' }).waitFor();
    await failed.waitFor({ state: 'detached' });
    assert.equal(await fact(at.sidebar, 'Model').innerText(), 'black-forest-labs/FLUX.1-dev');
  });

  it('keeps a black picture back, and shows it when told to', async () => {
    at.sample.api.setFaults([{ on: 'POST *', fault: 'blackPng' }]);
    const before = (await images()).length;
    const failed = await start('a night without a moon');
    await failed.getByText(/solid black/).waitFor();
    assert.equal((await images()).length, before);
    await failed.getByRole('button', { name: /^Keep It Anyway/ }).click();
    await at.sidebar.locator('.words', { hasText: 'a night without a moon' }).waitFor();
    await failed.waitFor({ state: 'detached' });
    assert.equal((await images()).length, before + 1);
  });

  it('lists what a reload has interrupted, and makes it when told to', async () => {
    at.sample.api.setFaults([{ on: 'POST *', nth: 1, fault: 'silent' }]);
    const running = await start('a long night, then dawn', 2);
    await running.getByText(/generating/i).waitFor();
    await reloadWindow(at.page);
    const sidebar = await openSidebar(at.page);
    const interrupted = job(sidebar, 'a long night, then dawn');
    await interrupted.getByText('VS Code was closed or reloaded before it was done.').waitFor();
    assert.equal(await posts()[0]?.finished, 'brokenOff');
    await interrupted.getByRole('button', { name: /^Try Again/ }).click();
    await sidebar.locator('.words', { hasText: 'a long night, then dawn' }).waitFor();
    await sidebar.locator('.job').first().waitFor({ state: 'detached' });
    assert.equal((await images()).filter((name) => name.startsWith('a-long-night-then-dawn')).length, 2);
  });

  it('picks up by itself what a provider still works on after a reload', async () => {
    const settings = at.inFolder('.vscode/settings.json');
    await mkdir(at.inFolder('.vscode'), { recursive: true });
    await writeFile(settings, JSON.stringify({ 'depict.provider': 'fal-ai' }));
    await at.sidebar.getByText('fal-ai', { exact: true }).waitFor();
    at.sample.api.setFaults([{ on: 'GET *status', fault: 'silent' }]);
    const running = await start('a kingfisher that was paid for');
    await running.getByText(/in line at the service/i).waitFor();
    await eventually(() => assert.ok(at.sample.api.requests.some((one) => one.path.includes('/status'))));
    await reloadWindow(at.page);
    at.sample.api.setFaults([]);
    const sidebar = await openSidebar(at.page);
    await sidebar.locator('.words', { hasText: 'a kingfisher that was paid for' }).waitFor();
    await sidebar.locator('.job').first().waitFor({ state: 'detached' });
    const methods = at.sample.api.requests.map(({ method }) => method);
    assert.deepEqual([methods.filter((one) => one === 'POST').length, methods.includes('PUT')], [1, false]);
    assert.equal((await images()).filter((name) => name.startsWith('a-kingfisher')).length, 1);
    await screenshot(at.page, 'picked-up-after-reload');
    await rm(settings);
  });

  it('tells screen readers of start, done and failure', async () => {
    const heard = await listen(at.sidebar);
    await start('a bird on a wire');
    await at.sidebar.locator('.words', { hasText: 'a bird on a wire' }).waitFor();
    at.sample.api.setFaults([{ on: 'POST *', fault: 'noCredit' }]);
    const failed = await start('a bird in the bush');
    await failed.getByText(/are used up/).waitFor();
    await eventually(async () => {
      const texts = await heard();
      assert.equal(texts[0], 'polite: Generating: a bird on a wire');
      assert.equal(texts[1], 'polite: The image is there: a bird on a wire');
      assert.equal(texts[2], 'polite: Generating: a bird in the bush');
      assert.match(texts[3] ?? '', /^assertive: The credits at .* are used up/);
      assert.equal(texts.length, 4);
    });
    await failed.getByRole('button', { name: /^Dismiss/ }).click();
    await failed.waitFor({ state: 'detached' });
  });

  it('brings into sight what comes of Generate, below all the settings, but moves nothing for those who type on', async () => {
    const { sidebar } = at;
    const top = (): Promise<number> => sidebar.locator('.panel').evaluate((panel) => panel.scrollTop);
    at.sample.api.setFaults([{ on: 'POST *', nth: 1, fault: 'silent' }]);
    const running = await start('a barge on the canal');
    await isInSight(running);
    await running.getByRole('button', { name: /^Cancel/ }).click();
    await running.waitFor({ state: 'detached' });

    await promptField(sidebar).press('ControlOrMeta+Enter');
    await sidebar.locator('.words', { hasText: 'a barge on the canal' }).waitFor();
    await isInSight(sidebar.locator('.results .picture'));
    await hasFocus(promptField(sidebar));

    at.sample.api.setFaults([{ on: 'POST *', fault: 'late' }]);
    await start('a barge in the lock');
    await promptField(sidebar).pressSequentially(', at night');
    await promptField(sidebar).scrollIntoViewIfNeeded();
    const before = await top();
    await sidebar.locator('.words', { hasText: 'a barge in the lock' }).waitFor();
    await sidebar.locator('.job').first().waitFor({ state: 'detached' });
    assert.equal(await top(), before);
  });

  it('gives the focus to what is near when a job goes', async () => {
    at.sample.api.setFaults([{ on: 'POST *', fault: 'noCredit' }]);
    const failed = await start('an owl');
    const dismiss = failed.getByRole('button', { name: /^Dismiss/ });
    await dismiss.focus();
    await at.page.keyboard.press('Enter');
    await failed.waitFor({ state: 'detached' });
    assert.equal(await at.sidebar.evaluate(() => document.activeElement === document.body), false);
  });

  it('stands still for those who want no motion', async () => {
    await at.page.emulateMedia({ reducedMotion: 'reduce' });
    at.sample.api.setFaults([{ on: 'POST *', fault: 'silent' }]);
    const running = await start('a still life');
    const moving = await running
      .getByRole('progressbar')
      .evaluate((bar) => bar.getAnimations({ subtree: true }).length);
    await at.page.emulateMedia({ reducedMotion: null });
    assert.equal(moving, 0);
    await running.getByRole('button', { name: /^Cancel/ }).click();
    await running.waitFor({ state: 'detached' });
  });
});

function job(sidebar: Locator, prompt: string): Locator {
  return sidebar.locator('.job', { hasText: prompt });
}

/** Waits until the whole of an element is to be seen in the page. */
async function isInSight(element: Locator): Promise<void> {
  await eventually(async () => {
    const cut = await element.evaluate((one) => {
      const [part, panel] = [one.getBoundingClientRect(), one.closest('.panel')?.getBoundingClientRect()];
      return panel && part.height > 0 && part.top >= panel.top - 1 && part.bottom <= panel.bottom + 1
        ? []
        : [part, panel];
    });
    assert.deepEqual(cut, []);
  });
}

/** Notes what is read out from now on, along with how urgent it is. */
async function listen(sidebar: Locator): Promise<() => Promise<readonly string[]>> {
  const frame = await frameOf(sidebar);
  const heard = await frame.evaluateHandle(() => {
    const texts: string[] = [];
    for (const region of document.querySelectorAll('[aria-live]')) {
      const note = (): unknown =>
        region.textContent && texts.push(`${region.getAttribute('aria-live')}: ${region.textContent}`);
      new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    }
    return texts;
  });
  return () => heard.jsonValue();
}
