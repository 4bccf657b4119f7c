/** The language models that other extensions, or VS Code itself, have brought. */
import { l10n, lm, ProgressLocation, window, type LanguageModelChat, type LogOutputChannel } from 'vscode';
import { plainText } from '../../core/plainText.ts';

/** A provider of models that breaks is as good as none. */
export async function availableModels(log: LogOutputChannel): Promise<readonly LanguageModelChat[]> {
  try {
    return await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Depict looks for a language model…') },
      () => lm.selectChatModels(),
    );
  } catch (error) {
    log.warn(`Language models: ${plainText(String(error))}`);
    return [];
  }
}
