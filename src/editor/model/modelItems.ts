/** The list of models as VS Code shows it. */
import { l10n, QuickPickItemKind, ThemeIcon, type QuickInputButton, type QuickPickItem } from 'vscode';
import { isHubModel } from '../../core/modelId.ts';
import type { HomeModel } from '../../core/models/homeModel.ts';
import type { ListedModel } from '../../core/models/listedModel.ts';
import type { ModelSearch } from '../../core/models/modelSearch.ts';
import type { ModelSections } from '../../core/models/modelSections.ts';
import { shortCount } from '../../core/models/shortCount.ts';
import { plainText } from '../../core/plainText.ts';
import type { HomeListing } from './homeList.ts';
import { searchWords } from './searchWords.ts';

/** `goOn`: the list itself is changed, nothing is chosen. `C`: what else can be chosen. */
export type ModelItem<C> = QuickPickItem & {
  /** The same for what stands for the same thing when the list is made anew. */
  readonly key?: string;
  readonly choice?: { readonly model: string } | C;
  readonly goOn?: true;
};

/** What a caller puts between the recommended models and those of the Hub. */
export interface OwnSection<C> {
  readonly title: string;
  readonly items: readonly (QuickPickItem & { readonly choice: C })[];
}

export function modelItems<C>(
  sections: ModelSections,
  own: readonly OwnSection<C>[],
  asked: { readonly search: ModelSearch | undefined; readonly home: HomeListing | undefined },
  known: ReadonlyMap<string, ListedModel>,
  typed: string,
): readonly ModelItem<C>[] {
  const item = (model: string): ModelItem<C> => modelItem(model, known.get(model));
  const found = typed === '' ? l10n.t('Trending') : l10n.t('Results');
  const items = [
    ...section(l10n.t('Recent'), sections.recent.map(item)),
    ...section(l10n.t('On this server'), sections.home.map(homeItem<C>)),
    ...section(l10n.t('Recommended'), sections.recommended.map(item)),
    ...own.flatMap(({ title, items }) => section(title, items.map(ownItem))),
    ...section(found, [...sections.found.map(item), ...goingOn<C>(asked.search)]),
    ...(sections.typed === undefined ? [] : section(l10n.t('As Typed'), [typedItem<C>(sections.typed)])),
    // Last: Enter must take what was typed, and not ask once more.
    ...section(l10n.t('On this server'), askingAgain<C>(asked.home)),
  ];
  return items.map((one) => ({ ...one, alwaysShow: isHiddenOtherwise(one, typed) }));
}

/**
 * VS Code filters what it has by the words at once, before anybody is asked: Enter after a few quick keys must not take
 * what the words have nothing to do with. Only what it would hide in error is marked, and nothing before there are words.
 */
function isHiddenOtherwise({ label, goOn, key }: ModelItem<unknown>, typed: string): boolean {
  if (typed === '') return false;
  return goOn === true || key === typedKey || !label.toLowerCase().includes(typed.toLowerCase());
}

const typedKey = 'typed';
/** Of the item that leads to the next page. */
export const goOnKey = 'goOn';

function typedItem<C>(model: string): ModelItem<C> {
  return { key: typedKey, label: l10n.t('Use “{0}”', model), choice: { model } };
}

function ownItem<C>(item: OwnSection<C>['items'][number]): ModelItem<C> {
  return { ...item, key: `own ${item.label}` };
}

function modelItem<C>(model: string, listed: ListedModel | undefined): ModelItem<C> {
  return {
    key: `model ${model}`,
    label: model,
    ...(listed ? { description: facts(listed), detail: l10n.t('Served by {0}', listed.providers.join(', ')) } : {}),
    ...(isHubModel(model) ? { buttons: [pageButton()] } : {}),
    choice: { model },
  };
}

function homeItem<C>({ id, title }: HomeModel): ModelItem<C> {
  const more = title === id ? {} : { description: plainName(title) };
  return { key: `model ${id}`, label: plainName(id), ...more, choice: { model: id } };
}

/** What a server calls its models may be anything: a list draws `$(pass)` as an icon. */
function plainName(name: string): string {
  return plainText(name, 300).replaceAll('$(', '$ (');
}

function pageButton(): QuickInputButton {
  return { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open Model Page') };
}

/** A screen reader reads the words; the icons are for those who glance. */
function facts({ likes, downloads, gated }: ListedModel): string {
  const parts = [
    // First: where the window is narrow the end is cut off.
    ...(gated ? [`$(lock) ${l10n.t('gated')}`] : []),
    ...(likes === undefined ? [] : [`$(heart) ${l10n.t('{0} likes', shortCount(likes))}`]),
    ...(downloads === undefined ? [] : [`$(cloud-download) ${l10n.t('{0} downloads', shortCount(downloads))}`]),
  ];
  return parts.join(' · ');
}

/** A way to the next page, or to the one that did not come. */
function goingOn<C>(search: ModelSearch | undefined): readonly ModelItem<C>[] {
  if (search?.failure) {
    const label = `$(refresh) ${l10n.t('Search Again')}`;
    return [{ key: goOnKey, label, detail: searchWords(search.failure), goOn: true }];
  }
  if (search?.next === undefined) return [];
  return [{ key: goOnKey, label: `$(chevron-down) ${l10n.t('More Results')}`, goOn: true }];
}

function askingAgain<C>(home: HomeListing | undefined): readonly ModelItem<C>[] {
  if (!home?.failure) return [];
  const label = `$(refresh) ${l10n.t('Ask Again')}`;
  return [{ key: goOnKey, label, detail: searchWords(home.failure), goOn: true }];
}

function section<C>(label: string, items: readonly ModelItem<C>[]): readonly ModelItem<C>[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}
