// An image that is dragged from the sidebar into a text.
import { sidebarSample } from './sidebarSample.ts';
import { activeEditor, waitForText } from './workbench/editor.ts';
import { generate } from './workbench/sidebar.ts';
import { screenshot } from './workbench/window.ts';

describe('an image of the sidebar', () => {
  const at = sidebarSample();

  it('becomes a link where it is dropped into a text', async () => {
    await at.openDocument('drop.md', '# Birds\n\nA paragraph.\n\n\n', 1);
    await generate(at.sidebar, 'a wagtail by the brook');
    await at.sidebar.locator('.picture img').scrollIntoViewIfNeeded();
    const picture = await at.sidebar.locator('.picture img').boundingBox();
    const line = await activeEditor(at.page).locator('.view-line').nth(4).boundingBox();
    if (!picture || !line) throw new Error('There is nothing to drag, or nowhere to drop.');
    const { mouse, keyboard } = at.page;
    await mouse.move(picture.x + 40, picture.y + 40);
    await mouse.down();
    await mouse.move(picture.x + 60, picture.y + 50, { steps: 4 });
    await keyboard.down('Shift');
    await mouse.move(line.x + 30, line.y + 8, { steps: 8 });
    await screenshot(at.page, 'dragging');
    await mouse.up();
    await keyboard.up('Shift');
    await waitForText(at.page, /!\[a wagtail by the brook\]\(assets\/a-wagtail-by-the-brook\.png\)/);
    await screenshot(at.page, 'dropped');
  });
});
