// The sidebar with a server of one's own: what it offers, and how far it has come.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import { fact, field, promptField } from './workbench/sidebar.ts';
import { screenshot } from './workbench/window.ts';

describe('a server of one’s own in the sidebar', () => {
  const at = sidebarSample(
    { settings: (api) => ({ 'depict.endpoint.url': api, 'depict.endpoint.api': 'automatic1111' }) },
    { generationSeconds: 5 },
  );

  const scheduler = (): Locator => at.sidebar.getByRole('combobox', { name: 'Scheduler' });
  const suggested = (): Promise<readonly (string | null)[]> =>
    at.sidebar
      .locator('datalist#schedulers option')
      .evaluateAll((found) => found.map((one) => one.getAttribute('value')));

  it('suggests the samplers that the server has, and their schedules once one is typed', async () => {
    await eventually(async () =>
      assert.deepEqual(await suggested(), ['Euler a', 'Euler', 'DPM++ 2M', 'DPM++ 2M Karras', 'DDIM']),
    );
    await scheduler().fill('Euler a');
    await eventually(async () => assert.ok((await suggested()).includes('Euler a Exponential')));
    await scheduler().click();
    await screenshot(at.page, 'home-samplers');
  });

  it('shows how far the picture is, and that the server used what was asked for', async () => {
    await scheduler().fill('DPM++ 2M Karras');
    await field(at.sidebar, 'Steps').fill('12');
    await promptField(at.sidebar).fill('a stove in winter');
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    const card = at.sidebar.locator('.job', { hasText: 'a stove in winter' });
    await card.locator('[role="progressbar"][aria-valuenow]').waitFor();
    await screenshot(at.page, 'home-progress');
    await at.sidebar.locator('.words', { hasText: 'a stove in winter' }).waitFor();
    const [request] = at.sample.api.requests.filter(({ path }) => path.endsWith('/txt2img'));
    const body = JSON.parse(request?.body ?? '{}') as Record<string, unknown>;
    assert.deepEqual([body['sampler_name'], body['steps']], ['DPM++ 2M Karras', 12]);
    await fact(at.sidebar, 'Scheduler').getByText('DPM++ 2M Karras').waitFor();
    await screenshot(at.page, 'home-done');
  });

  it('says that no provider has a part in it', async () => {
    const provider = at.sidebar.getByRole('button', { name: /^Provider/ });
    const note = await provider.getAttribute('aria-describedby');
    await at.sidebar
      .locator(`#${note}`)
      .getByText(/whatever the provider/)
      .waitFor();
  });

  it('stops the server when a job is cancelled', async () => {
    await promptField(at.sidebar).fill('a cold night');
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    const card = at.sidebar.locator('.job', { hasText: 'a cold night' });
    await card.getByRole('progressbar').waitFor();
    await eventually(() =>
      Promise.resolve(assert.ok(at.sample.api.requests.some(({ path }) => path.includes('progress')))),
    );
    await card.getByRole('button', { name: /^Cancel/ }).click();
    await card.waitFor({ state: 'detached' });
    await eventually(() => Promise.resolve(assert.equal(at.sample.api.interrupts(), 1)));
  });
});
