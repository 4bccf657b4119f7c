/**
 * The list to choose a model from: known ones at once, those of the Hub while it is typed into or those of a server of
 * the user's own, and any name as it is typed.
 */
import { Disposable, l10n, window } from 'vscode';
import { isHubModel, isModelId } from '../../core/modelId.ts';
import { modelSections } from '../../core/models/modelSections.ts';
import { recommendedModels } from '../../core/models/recommendedModels.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import { createHomeList } from './homeList.ts';
import { createLiveSearch } from './liveSearch.ts';
import { goOnKey, modelItems, type ModelItem, type OwnSection } from './modelItems.ts';
import type { Models } from './models.ts';
import { openModelPage } from './openModelPage.ts';

export interface Chosen<C> {
  readonly choice: { readonly model: string } | C;
  /** Ids of the providers that serve it, where the Hub has told. */
  readonly providers: readonly string[];
}

/** Undefined when thought better of. `own`: what else there is to choose. */
export function pickModel<C = never>(
  { hub, home, recent, onBug }: Models,
  own: (typed: string) => readonly OwnSection<C>[] = () => [],
): Promise<Chosen<C> | undefined> {
  // A server of the user's own has models that no Hub knows, under any name.
  const { endpoint } = readDefaults(undefined);
  const live = endpoint ? undefined : createLiveSearch(hub, onBug);
  const onServer = endpoint ? createHomeList(home, onBug) : undefined;
  const pick = window.createQuickPick<ModelItem<C>>();
  pick.title = endpoint ? l10n.t('Choose Model for {0}', new URL(endpoint.url).host) : l10n.t('Choose Model');
  pick.placeholder = endpoint
    ? l10n.t('Type the name of a model. Requests go to a server of your own, so the Hub is not searched.')
    : l10n.t('Search the Hub, or type the name of a model: owner/name');
  pick.matchOnDescription = false;
  pick.matchOnDetail = false;
  keepOrder(pick);
  let shownFor = '';

  const show = (): void => {
    const typed = pick.value.trim();
    const before = pick.activeItems[0]?.key;
    const known = live?.known ?? new Map<string, never>();
    const sections = modelSections({
      typed,
      recent: recent.list(),
      recommended: recommendedModels,
      home: onServer?.current.models ?? [],
      search: live?.current,
      known: [...known.values()],
      isName: (words) =>
        (endpoint ? isModelId(words) : isHubModel(words)) &&
        !own('').some(({ items }) => items.some(({ label }) => label === words)),
    });
    const shown = pick.items;
    const items = modelItems(sections, own(typed), { search: live?.current, home: onServer?.current }, known, typed);
    pick.busy = (live ?? onServer)?.current.isLoading ?? false;
    pick.keepScrollPosition = typed === shownFor;
    pick.items = items;
    // What came in meanwhile must not move the choice of somebody who is about to press Enter.
    const active = typed === shownFor ? whatStays(before, shown, items) : undefined;
    const [first] = items.filter(canBeActive);
    pick.activeItems = [active ?? first].filter((item) => item !== undefined);
    shownFor = typed;
  };
  show();

  const parts = Disposable.from(
    pick,
    ...(live ? [live, live.onDidChange(show)] : []),
    ...(onServer ? [onServer, onServer.onDidChange(show)] : []),
    recent.onDidChange(show),
    pick.onDidTriggerItemButton(({ item: { choice } }) => {
      if (choice && isModelChoice(choice)) openModelPage(choice.model).catch(onBug);
    }),
  );
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => (live ? live.type(pick.value.trim()) : show()));
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      if (item.goOn) return live ? live.goOn() : onServer?.askAgain();
      if (!item.choice) return;
      const listed = isModelChoice(item.choice) ? live?.known.get(item.choice.model) : undefined;
      if (isModelChoice(item.choice) && item.choice.model !== '') recent.noteChosen(item.choice.model).catch(onBug);
      resolve({ choice: item.choice, providers: listed?.providers ?? [] });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      parts.dispose();
    });
    pick.show();
    void recent.refresh();
  });
}

/** The same item as before; for the one that asks for more, what has come in its place. */
function whatStays<C>(
  key: string | undefined,
  shown: readonly ModelItem<C>[],
  items: readonly ModelItem<C>[],
): ModelItem<C> | undefined {
  if (key === undefined) return undefined;
  if (key !== goOnKey) return items.find((item) => item.key === key);
  const inPlace = items[shown.findIndex((item) => item.key === key)];
  return inPlace && canBeActive(inPlace) ? inPlace : items.findLast(canBeActive);
}

/** A heading cannot. */
function canBeActive({ key }: ModelItem<unknown>): boolean {
  return key !== undefined;
}

function isModelChoice(choice: object): choice is { readonly model: string } {
  return 'model' in choice && typeof choice.model === 'string';
}

/**
 * VS Code sorts by label as soon as something is typed, and drops the headings. It has a switch for that, which its API
 * does not declare yet (microsoft/vscode#73904): without it the list still works, in another order.
 */
function keepOrder(pick: object): void {
  Object.assign(pick, { sortByLabel: false });
}
