/**
 * Nobody loses their place when what had the focus disappears: the focus goes to the nearest surviving part of the page
 * that is marked as a `focusHome`.
 */
export function keepFocus(root: HTMLElement): void {
  let focused: HTMLElement | undefined;
  let homes: readonly HTMLElement[] = [];

  root.addEventListener('focusin', ({ target }) => {
    focused = target instanceof HTMLElement ? target : undefined;
    homes = focused ? homesOf(focused) : [];
  });
  // Engines differ in whether a removal tells of a lost focus: with no heir named it may be one.
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget) focused = undefined;
  });

  new MutationObserver(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body || !document.hasFocus()) return;
    focused = undefined;
    homes.find(({ isConnected }) => isConnected)?.focus();
  }).observe(root, { childList: true, subtree: true });
}

function homesOf(element: HTMLElement): readonly HTMLElement[] {
  const homes: HTMLElement[] = [];
  for (let at = element.parentElement?.closest<HTMLElement>('[data-keeps-focus]'); at;) {
    homes.push(at);
    at = at.parentElement?.closest<HTMLElement>('[data-keeps-focus]');
  }
  return homes;
}
