/** The command Choose Language Model: another model writes the prompts from now on, or none before you are asked again. */
import { commands, l10n, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { AllowedModels } from './allowedModels.ts';
import { availableModels } from './availableModels.ts';
import { modelName } from './modelName.ts';
import { pickLanguageModel } from './pickLanguageModel.ts';

export function registerChooseLanguageModel(allowed: AllowedModels, log: LogOutputChannel): Disposable {
  return commands.registerCommand('depict.selectLanguageModel', async () => {
    if (!workspace.isTrusted) return tell(l10n.t('In Restricted Mode Depict asks each time.'));
    const models = await availableModels(log);
    if (models.length === 0) return tell(l10n.t('No language model is available in this VS Code.'));
    const current = allowed.last(models);
    const choice = await pickLanguageModel(models, {
      current,
      canForget: allowed.hasAny(),
      placeHolder: l10n.t('The model that you choose writes the prompts from now on.'),
    });
    if (choice === undefined) return;
    if (choice !== 'forget') {
      await allowed.allow(choice);
      return tell(l10n.t('{0} writes the prompts from now on.', modelName(choice)));
    }
    await allowed.forget();
    tell(l10n.t('Depict asks before the next paragraph is sent.'));
  });
}

/** Nobody waits for it. */
function tell(text: string): void {
  void window.showInformationMessage(text);
}
