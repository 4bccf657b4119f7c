/** Asks before the words of a document go to a language model, once for each model, and which model it is to be. */
import { l10n, window, workspace, type LanguageModelChat, type Memento } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { modelName } from './modelName.ts';

/** The models that may be sent the words of documents, the one used last at the end. */
const allowedKey = 'languageModelsAllowed';
const maxRemembered = 50;

/**
 * `none`: the words are to stay here. Undefined when the user thinks better of it altogether. In Restricted Mode what
 * was said before does not count, and nothing is remembered.
 * @param models at least one
 * @param length characters that would be sent
 */
export async function chooseModel(
  models: readonly LanguageModelChat[],
  length: number,
  state: Memento,
): Promise<LanguageModelChat | 'none' | undefined> {
  const allowed = state.get<readonly string[]>(allowedKey, []);
  const last = allowed.map((key) => models.find((model) => keyOf(model) === key)).findLast((model) => model);
  if (last && workspace.isTrusted) return last;
  const choice = await ask(models, last ?? models[0], length);
  if (typeof choice === 'object' && workspace.isTrusted) {
    const others = allowed.filter((key) => key !== keyOf(choice));
    await state.update(allowedKey, [...others, keyOf(choice)].slice(-maxRemembered));
  }
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
    vendorOf(model),
  );
  const detail = [
    l10n.t(
      'That is {0} characters, with the heading above where there is one. You see the prompt before an image is generated.',
      length,
    ),
    workspace.isTrusted
      ? l10n.t('Depict asks once for each model.')
      : l10n.t('In Restricted Mode Depict asks each time.'),
  ].join(' ');
  const buttons = models.length > 1 ? [send, another, asTheyAre] : [send, asTheyAre];
  const chosen = await window.showInformationMessage(question, { modal: true, detail }, ...buttons);
  if (chosen === send) return model;
  if (chosen === another) return pick(models);
  return chosen === asTheyAre ? 'none' : undefined;
}

async function pick(models: readonly LanguageModelChat[]): Promise<LanguageModelChat | undefined> {
  const items = models.map((model) => ({ label: modelName(model), description: vendorOf(model), model }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Language Model'),
    placeHolder: l10n.t('The paragraph is sent to the model that you choose.'),
    ignoreFocusOut: true,
  });
  return picked?.model;
}

function keyOf({ vendor, id }: LanguageModelChat): string {
  return JSON.stringify([vendor, id]);
}

function vendorOf({ vendor }: LanguageModelChat): string {
  return plainText(vendor, 80);
}
