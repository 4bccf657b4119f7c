/** What the form's model and provider are chosen from: models, those of the settings, and the providers. */
import { l10n } from 'vscode';
import { hasWords } from '../../../core/models/modelSections.ts';
import { providerChoices } from '../../../core/services.ts';
import type { OwnSection } from '../../model/modelItems.ts';
import type { Models } from '../../model/models.ts';
import { pickModel } from '../../model/pickModel.ts';

/** Empty: that of the settings. */
export interface Picked {
  readonly model?: string;
  readonly provider?: string;
}

/** Undefined when thought better of. */
export async function pickForForm(models: Models, settings: Required<Picked>): Promise<Picked | undefined> {
  return (await pickModel<Picked>(models, (typed) => sections(settings, typed)))?.choice;
}

function sections(settings: Required<Picked>, typed: string): readonly OwnSection<Picked>[] {
  const providers = providerChoices;
  const all = [
    {
      title: l10n.t('Settings'),
      items: [
        { label: l10n.t('Model of the settings'), description: settings.model, choice: { model: '' } },
        { label: l10n.t('Provider of the settings'), description: settings.provider, choice: { provider: '' } },
      ],
    },
    { title: l10n.t('Provider'), items: providers.map((provider) => ({ label: provider, choice: { provider } })) },
  ];
  return all.map(({ title, items }) => ({
    title,
    items: items.filter((item) => hasWords(`${item.label} ${'description' in item ? item.description : ''}`, typed)),
  }));
}
