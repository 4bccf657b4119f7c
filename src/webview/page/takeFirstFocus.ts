/** Whoever comes to the view by its icon or by keys can type at once: the first focus goes on to the prompt, or into the gallery. */
import type { Page } from './page.ts';

export function takeFirstFocus(page: Page): void {
  function take(): void {
    // Whoever presses something has chosen what gets the focus.
    if (document.activeElement !== document.body || document.querySelector(':active')) return;
    page.wishFocus(page.state.tab === 'create' ? 'prompt' : 'gallery');
  }

  if (document.hasFocus()) take();
  // A press brings the focus first and the element afterwards.
  else addEventListener('focus', () => setTimeout(take), { once: true });
}
