/** The command Choose Model…: asks for a model and sets it, or with an argument sets what it is told. */
import { commands, l10n, window, type Disposable } from 'vscode';
import { checkText, invalid } from '../../core/checkRequest.ts';
import { isHubModel, isModelId } from '../../core/modelId.ts';
import { plainText } from '../../core/plainText.ts';
import { providerChoices } from '../../core/services.ts';
import { activeFile } from '../links/activeFile.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import { chooseModel } from './chooseModel.ts';
import type { Models } from './models.ts';
import { setModel, settingsScope, type ModelChoice } from './setModel.ts';

/** Resolves with what counts now; undefined when thought better of. */
export function registerSelectModel(models: Models): Disposable {
  return commands.registerCommand('depict.selectModel', async (given?: unknown): Promise<ModelChoice | undefined> => {
    const scope = settingsScope(activeFile());
    if (isRecord(given)) {
      const choice = checked(given, readDefaults(scope));
      await setModel(choice, scope);
      await models.recent.noteChosen(choice.model);
      return choice;
    }
    const choice = await chooseModel(models, scope);
    if (!choice) return undefined;
    try {
      await setModel(choice, scope);
    } catch (error) {
      void tellNotWritten(error);
      return undefined;
    }
    return choice;
  });
}

/** @throws {ImageFailure} `invalidRequest` */
function checked(
  given: Readonly<Record<string, unknown>>,
  { texts, endpoint }: ReturnType<typeof readDefaults>,
): ModelChoice {
  const model = checkText({ name: 'model', value: given['model'] }).trim();
  if (!(endpoint ? isModelId(model) : isHubModel(model))) throw invalid({ type: 'badModelId', model });
  const provider = checkText({ name: 'provider', value: given['provider'] ?? texts.provider }).trim();
  const known = providerChoices;
  if (provider !== texts.provider && !known.includes(provider))
    throw invalid({ type: 'unknownProvider', provider, known });
  return { model, provider };
}

/** VS Code's own words say which file has to be mended. */
async function tellNotWritten(error: unknown): Promise<void> {
  const open = l10n.t('Open Settings');
  const reason = plainText(error instanceof Error ? error.message : String(error));
  const text = l10n.t('The model could not be written into the settings. {0}', reason);
  if ((await window.showErrorMessage(text, open)) === open) {
    await commands.executeCommand('workbench.action.openSettings', 'depict.model');
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
