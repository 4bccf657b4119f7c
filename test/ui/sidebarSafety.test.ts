// What the sidebar's page is kept from, whoever wrote the words in it.
import assert from 'node:assert/strict';
import { sidebarSample } from './sidebarSample.ts';
import { eventually } from './workbench/eventually.ts';
import {
  button,
  field,
  frameOf,
  openSidebar,
  picturesShown,
  promptField,
  reloadWindow,
  showTab,
} from './workbench/sidebar.ts';

describe("the sidebar's page", () => {
  const at = sidebarSample();

  it('may load its own script and style and show pictures, and nothing else', async () => {
    const frame = await frameOf(at.sidebar);
    const policy = await frame.evaluate(() =>
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    );
    const rules = Object.fromEntries((policy ?? '').split('; ').map((rule) => [rule.split(' ')[0], rule]));
    assert.equal(rules['default-src'], "default-src 'none'");
    assert.match(rules['script-src'] ?? '', /^script-src 'nonce-[0-9a-f]{32}'$/);
    assert.doesNotMatch(policy ?? '', /unsafe|http:|\*(?!\.)/);
    assert.deepEqual(Object.keys(rules).toSorted(), ['default-src', 'img-src', 'script-src', 'style-src']);

    const tried = await frame.evaluate(async (url) => {
      const attempt = async (work: () => unknown): Promise<string> => {
        try {
          await work();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      document.body.setAttribute('onclick', 'document.title = "taken over"');
      document.body.click();
      document.body.removeAttribute('onclick');
      script.remove();
      return {
        fetching: await attempt(() => fetch(url)),
        askingTheHost: await attempt(() =>
          (window as unknown as { acquireVsCodeApi: () => unknown }).acquireVsCodeApi(),
        ),
        title: document.title,
      };
    }, at.sample.api.url);
    assert.deepEqual(tried, {
      ...{ fetching: 'TypeError', askingTheHost: 'Error', title: 'Depict' },
    });
    assert.deepEqual(at.sample.api.requests, []);
  });

  it('shows hostile words as words, in the form, jobs, results and gallery, also after a reload', async () => {
    // With what ends an attribute, an element, a script, a Markdown link, and a JSON text.
    const prompt = `</div></main><img src=x onerror="document.title='x'"> [x](command:workbench.action.quit) "&quot;</script>\\`;
    at.sample.api.setFaults([{ on: 'POST *', nth: 1, fault: 'noCredit' }]);
    await promptField(at.sidebar).fill(prompt);
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    await at.sidebar.locator('.job.failed', { hasText: '<img src=x' }).waitFor();
    await at.sidebar.getByRole('button', { name: /^Dismiss/ }).click();
    await promptField(at.sidebar).press('ControlOrMeta+Enter');
    const words = at.sidebar.locator('.words');
    await eventually(async () => assert.equal(await words.textContent(), prompt));

    await reloadWindow(at.page);
    const sidebar = await openSidebar(at.page);
    await eventually(async () => assert.equal(await promptField(sidebar).inputValue(), prompt));
    await eventually(async () => assert.equal(await words.textContent(), prompt));
    await showTab(sidebar, 'Gallery');
    await field(sidebar, 'Search prompts').fill('onerror=');
    const option = sidebar.getByRole('option');
    await option.waitFor();
    await picturesShown(sidebar);
    const title = (await option.getAttribute('title')) ?? '';
    assert.ok(title.startsWith(`${prompt}, `), title);
    await option.click();
    await eventually(async () => assert.equal(await words.textContent(), prompt));

    const frame = await frameOf(sidebar);
    assert.equal(await frame.evaluate(() => document.title), 'Depict');
    assert.equal(await sidebar.locator('a, img[src="x"], script:not([nonce])').count(), 0);
    await button(sidebar, 'Back to the Gallery').click();
    await button(sidebar, 'Clear Search').click();
  });

  it('takes no notice of messages that are none of its own', async () => {
    const frame = await frameOf(at.sidebar);
    await frame.evaluate(async () => {
      for (const data of [null, 1, 'x', {}, { type: 'toString' }, { type: 'hello' }, { source: 'some-devtools' }]) {
        window.postMessage(data, '*');
      }
      await new Promise((resolve) => setTimeout(resolve));
    });
    await promptField(at.sidebar).fill('still there');
    await showTab(at.sidebar, 'Gallery');
    await showTab(at.sidebar, 'Create');
    assert.equal(await promptField(at.sidebar).inputValue(), 'still there');
  });
});
