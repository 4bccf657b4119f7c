/** The picker of model and provider: those used lately, a few good ones, and any name that is typed. */
import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { isHubModel, isModelId } from '../../core/modelId.ts';
import { routedServices } from '../../core/services.ts';
import { readDefaults } from '../settings/readDefaults.ts';

export interface Picked {
  readonly model?: string;
  readonly provider?: string;
}

interface Item extends QuickPickItem {
  readonly choice?: Picked;
}

/** Known ones of several makers, for those who know no name. */
const recommended = [
  'black-forest-labs/FLUX.1-schnell',
  'black-forest-labs/FLUX.1-dev',
  'Qwen/Qwen-Image',
  'stabilityai/stable-diffusion-xl-base-1.0',
];

/** Undefined when thought better of. `used`: models of the history, the latest first. */
export function pickModel(used: readonly string[], settings: Required<Picked>): Promise<Picked | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Choose Model');
  pick.placeholder = l10n.t('Choose a model, or type the name of one: owner/name');
  pick.matchOnDescription = true;
  const show = (): void => {
    pick.items = itemsFor(pick.value.trim(), used, settings);
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsFor(typed: string, used: readonly string[], settings: Required<Picked>): readonly Item[] {
  const recent = used.slice(0, 5);
  const offered = recommended.filter((model) => !recent.includes(model));
  const providers = ['auto', ...Object.keys(routedServices)];
  const known = [...recent, ...offered, ...providers];
  return [
    ...section(l10n.t('Recent'), recent.map(modelItem)),
    ...section(l10n.t('Recommended'), offered.map(modelItem)),
    ...section(l10n.t('Settings'), [
      { label: l10n.t('Model of the settings'), description: settings.model, choice: { model: '' } },
      { label: l10n.t('Provider of the settings'), description: settings.provider, choice: { provider: '' } },
    ]),
    ...section(
      l10n.t('Provider'),
      providers.map((provider) => ({ label: provider, choice: { provider } })),
    ),
    // VS Code lists first what begins with the words or ends with them: this must not, for they may be a search.
    ...(mayBeNew(typed) && !known.includes(typed)
      ? [{ ...modelItem(typed), label: l10n.t('Use “{0}”', typed), alwaysShow: true }]
      : []),
  ];
}

/** On the Hub every name has its owner; a server of one's own may have any. */
function mayBeNew(typed: string): boolean {
  return readDefaults(undefined).endpoint ? isModelId(typed) : isHubModel(typed);
}

function modelItem(model: string): Item {
  return { label: model, choice: { model } };
}

function section(label: string, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}
