// The limit of images for a window, as a person meets it in the sidebar.
import assert from 'node:assert/strict';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import { promptField } from './workbench/sidebar.ts';

describe('the limit of images for a window', () => {
  const at = sidebarSample({ settings: { 'depict.maxImagesPerSession': 1 } });

  it('is asked about on the card of the job, which goes on after a yes', async () => {
    const posts = (): number => at.sample.api.requests.filter(({ method }) => method === 'POST').length;
    const start = async (prompt: string): Promise<void> => {
      await promptField(at.sidebar).fill(prompt);
      await promptField(at.sidebar).press('ControlOrMeta+Enter');
    };
    await start('a first boat');
    await at.sidebar.locator('.words', { hasText: 'a first boat' }).waitFor();
    await start('a second boat');
    const card = at.sidebar.locator('.job', { hasText: 'a second boat' });
    await card.getByText('You have asked for 1 image in this window, and the limit in your settings is 1.').waitFor();
    await card.getByRole('button', { name: 'Change Limit: a second boat' }).waitFor();
    assert.equal(posts(), 1);
    await card.getByRole('button', { name: 'Generate Anyway: a second boat' }).click();
    await at.sidebar.locator('.words', { hasText: 'a second boat' }).waitFor();
    await eventually(() => Promise.resolve(assert.equal(posts(), 2)));
  });
});
