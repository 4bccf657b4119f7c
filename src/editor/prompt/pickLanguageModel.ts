/** The list of language models. Choosing one is a yes to sending it the words of documents, now or from now on. */
import { l10n, QuickPickItemKind, window, type LanguageModelChat, type QuickPickItem } from 'vscode';
import { modelName, vendorName } from './modelName.ts';

export interface LanguageModelList {
  /** The one that is used until now. */
  readonly current?: LanguageModelChat | undefined;
  /** True: the list ends with the way to take back what was allowed. */
  readonly canForget?: boolean;
  /** What choosing one comes to, for people. */
  readonly placeHolder: string;
}

interface Item extends QuickPickItem {
  readonly choice?: LanguageModelChat | 'forget';
}

/** Undefined when thought better of. */
export async function pickLanguageModel(
  models: readonly LanguageModelChat[],
  { current, canForget = false, placeHolder }: LanguageModelList,
): Promise<LanguageModelChat | 'forget' | undefined> {
  const items: readonly Item[] = models.map((model) => ({
    label: modelName(model),
    description: vendorName(model),
    ...(model === current ? { detail: l10n.t('Used until now, without asking again.') } : {}),
    choice: model,
  }));
  const forget: readonly Item[] = [
    { label: '', kind: QuickPickItemKind.Separator },
    {
      label: l10n.t('Ask Before the Next Paragraph Is Sent'),
      detail: l10n.t('Takes back what was allowed, for every model.'),
      choice: 'forget',
    },
  ];
  const picked = await window.showQuickPick(canForget ? [...items, ...forget] : items, {
    title: l10n.t('Language Model'),
    placeHolder,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}
