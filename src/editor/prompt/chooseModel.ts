/** Asks before the words of a document go to a language model, once for each model, and which model it is to be. */
import { l10n, window, workspace, type LanguageModelChat } from 'vscode';
import type { AllowedModels } from './allowedModels.ts';
import { modelName, vendorName } from './modelName.ts';
import { pickLanguageModel } from './pickLanguageModel.ts';

/**
 * `none`: the words are to stay here. Undefined when the user thinks better of it altogether. In Restricted Mode what
 * was said before does not count.
 * @param models at least one
 * @param length characters that would be sent
 */
export async function chooseModel(
  models: readonly LanguageModelChat[],
  length: number,
  allowed: AllowedModels,
): Promise<LanguageModelChat | 'none' | undefined> {
  const last = allowed.last(models);
  if (last && workspace.isTrusted) return last;
  const choice = await ask(models, last ?? models[0], length);
  if (typeof choice === 'object') await allowed.allow(choice);
  return choice;
}

async function ask(
  models: readonly LanguageModelChat[],
  model: LanguageModelChat | undefined,
  length: number,
): Promise<LanguageModelChat | 'none' | undefined> {
  if (!model) return 'none';
  const send = l10n.t('Send');
  const another = l10n.t('Another Model…');
  const asTheyAre = l10n.t('Use the Words as They Are');
  const question = l10n.t(
    'The paragraph is sent to {0} ({1}), which writes a prompt of it.',
    modelName(model),
    vendorName(model),
  );
  const detail = [
    l10n.t(
      'That is {0} characters, with the heading above where there is one. You see the prompt before an image is generated.',
      length,
    ),
    workspace.isTrusted
      ? l10n.t('Depict asks once for each model. The command “Choose Language Model…” changes that.')
      : l10n.t('In Restricted Mode Depict asks each time.'),
  ].join(' ');
  const buttons = models.length > 1 ? [send, another, asTheyAre] : [send, asTheyAre];
  const chosen = await window.showInformationMessage(question, { modal: true, detail }, ...buttons);
  if (chosen === send) return model;
  if (chosen === another) return pickAnother(models);
  return chosen === asTheyAre ? 'none' : undefined;
}

async function pickAnother(models: readonly LanguageModelChat[]): Promise<LanguageModelChat | undefined> {
  const placeHolder = l10n.t('The paragraph is sent to the model that you choose.');
  const choice = await pickLanguageModel(models, { placeHolder });
  return choice === 'forget' ? undefined : choice;
}
