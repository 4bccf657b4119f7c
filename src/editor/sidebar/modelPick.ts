/** The picker of model and provider: those used lately, a few good ones, and any name that is typed. */
import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { isModelId } from '../../core/modelId.ts';
import { routedServices } from '../../core/services.ts';

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
  const isNew = isModelId(typed) && ![...recent, ...offered].includes(typed);
  return [
    ...(isNew ? [{ ...modelItem(typed), description: l10n.t('as typed'), alwaysShow: true }] : []),
    ...section(l10n.t('Recent'), recent.map(modelItem)),
    ...section(l10n.t('Recommended'), offered.map(modelItem)),
    ...section(l10n.t('Settings'), [
      { label: l10n.t('Model of the settings'), description: settings.model, choice: { model: '' } },
      { label: l10n.t('Provider of the settings'), description: settings.provider, choice: { provider: '' } },
    ]),
    ...section(
      l10n.t('Provider'),
      ['auto', ...Object.keys(routedServices)].map((provider) => ({ label: provider, choice: { provider } })),
    ),
  ];
}

function modelItem(model: string): Item {
  return { label: model, choice: { model } };
}

function section(label: string, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}
