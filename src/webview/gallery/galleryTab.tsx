/** Everything that was made. */
import type { PageState } from '../page/pageState.ts';

export function GalleryTab({ state }: { readonly state: PageState }) {
  return <p>{state.view.historySize}</p>;
}
