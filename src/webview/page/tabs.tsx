/** Create and Gallery. The arrow keys go from one to the other, as in every list of tabs. */
import { useRef } from 'preact/hooks';
import type { ViewTab } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { usePage } from './pageContext.ts';

const tabs: readonly ViewTab[] = ['create', 'gallery'];

export function Tabs({ chosen, historySize }: { readonly chosen: ViewTab; readonly historySize: number }) {
  const { page, strings, numbers } = usePage();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.indexOf(chosen), End: -1 - tabs.indexOf(chosen) }[
      event.key
    ];
    const next = step === undefined ? undefined : tabs.at((tabs.indexOf(chosen) + step + tabs.length) % tabs.length);
    if (!next) return;
    event.preventDefault();
    page.showTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={strings.tabs.label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <Button
          key={tab}
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === chosen}
          aria-controls="panel"
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => page.showTab(tab)}
        >
          {strings.tabs[tab]}
          {tab === 'gallery' && historySize > 0 ? <span class="badge">{numbers.format(historySize)}</span> : undefined}
        </Button>
      ))}
    </div>
  );
}
