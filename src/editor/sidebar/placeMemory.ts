/** Where the user is in the sidebar: the tab and the gallery's search come back after hiding, reload and restart. */
import type { Memento } from 'vscode';
import { parseGalleryQuery } from '../../core/sidebar/galleryQuery.ts';
import type { GalleryQuery, ViewTab } from '../../core/sidebar/viewState.ts';

export interface PlaceMemory {
  readonly tab: ViewTab;
  readonly query: GalleryQuery;
  goTo(tab: ViewTab): void;
  ask(query: GalleryQuery): void;
}

const tabKey = 'tab';
const queryKey = 'galleryQuery';

export function createPlaceMemory(state: Memento): PlaceMemory {
  let tab: ViewTab = state.get(tabKey) === 'gallery' ? 'gallery' : 'create';
  let query = parseGalleryQuery(state.get(queryKey));
  return {
    get tab() {
      return tab;
    },
    get query() {
      return query;
    },
    goTo(shown) {
      if (shown === tab) return;
      tab = shown;
      void state.update(tabKey, tab);
    },
    ask(asked) {
      query = asked;
      void state.update(queryKey, query);
    },
  };
}
