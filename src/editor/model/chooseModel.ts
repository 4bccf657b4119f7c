/** Asks for a model, and for its provider where there is a choice. */
import { l10n, ProgressLocation, window, type Uri } from 'vscode';
import { isImageFailure } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import { providerFor } from '../../core/models/providerFor.ts';
import { wordsFor } from '../failures/words.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import type { Models } from './models.ts';
import { pickModel } from './pickModel.ts';
import { pickProvider } from './pickProvider.ts';
import type { ModelChoice } from './setModel.ts';

/** Undefined when thought better of. `scope`: whose settings say which provider counts now. */
export async function chooseModel(models: Models, scope: Uri | undefined): Promise<ModelChoice | undefined> {
  const chosen = await pickModel(models);
  if (!chosen) return undefined;
  const { choice, providers } = chosen;
  const { texts, endpoint } = readDefaults(scope);
  // A server of the user's own makes everything itself.
  if (endpoint) return { model: choice.model, provider: texts.provider };
  const served = await whoServes(choice.model, providers, models);
  if (served.length < 2) return { model: choice.model, provider: providerFor(texts.provider, served) };
  const provider = await pickProvider(choice.model, served, texts.provider);
  return provider === undefined ? undefined : { model: choice.model, provider };
}

/** In the user's order, which lists do not have; what the list has said where the Hub does not answer now. */
async function whoServes(model: string, listed: readonly string[], { hub, onBug }: Models): Promise<readonly string[]> {
  const asking = new AbortController();
  try {
    return await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Asking who serves {0}', model) },
      () => hub.servingProviders(model, asking.signal),
    );
  } catch (error) {
    if (!isImageFailure(error)) onBug(error);
    // The name counts all the same: the model may be one that only a token may see.
    else if (error.failure.kind === 'modelMissing')
      void window.showWarningMessage(plainText(wordsFor(error.failure).text));
    return listed;
  }
}
