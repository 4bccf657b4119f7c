/** The keys of the grid. */
import { usePage } from '../page/pageContext.ts';
import type { GalleryState } from './galleryState.ts';
import { opening, reaching, toggleMark, unmarking } from './gridActions.ts';
import type { GalleryLayout } from './layout.ts';
import { moveIn } from './moveIn.ts';

/** @param rows how many a page has */
export function useGridKeys(
  gallery: GalleryState,
  layout: GalleryLayout,
  rows: number,
): (event: KeyboardEvent) => void {
  const { page, strings } = usePage();
  const { active, items, marked } = gallery;
  const card = items.get(active);

  const actions: Readonly<Record<string, (() => void) | undefined>> = {
    Enter: () => page.update((state) => opening(state, active)),
    ' ': () => card && toggleMark(page, card, strings.gallery),
    Delete: card && !card.deleted ? () => page.send({ type: 'image', id: card.id, action: 'delete' }) : undefined,
    Escape: marked.length > 0 ? () => page.update(unmarking) : undefined,
  };

  return (event) => {
    if (event.altKey || event.shiftKey) return;
    const hasModifier = event.ctrlKey || event.metaKey;
    // On a Mac the key that says Delete is Backspace, and files are deleted with Cmd.
    const key = event.metaKey && event.key === 'Backspace' ? 'Delete' : event.key;
    if (hasModifier && key !== 'Delete') return;
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    const to = moveIn(layout, active, key, rows);
    if (!action && to === undefined) return;
    event.preventDefault();
    action?.();
    if (to !== undefined) page.update((state) => reaching(state, to));
  };
}
