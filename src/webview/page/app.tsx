/** The whole page: two tabs, and the words for screen readers. */
import { CreateTab } from '../create/createTab.tsx';
import { GalleryTab } from '../gallery/galleryTab.tsx';
import { focusHome } from './focusHome.ts';
import { LiveRegions } from './liveRegions.tsx';
import { usePage } from './pageContext.ts';
import type { PageState } from './pageState.ts';
import { Tabs } from './tabs.tsx';

export function App({ state }: { readonly state: PageState }) {
  const { strings } = usePage();
  return (
    <>
      <h1 class="unseen">{strings.tabs.label}</h1>
      <Tabs chosen={state.tab} historySize={state.view.historySize} />
      <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${state.tab}`} {...focusHome} key={state.tab}>
        {state.tab === 'create' ? <CreateTab state={state} /> : <GalleryTab state={state} />}
      </div>
      <LiveRegions polite={state.polite} urgent={state.urgent} />
    </>
  );
}
