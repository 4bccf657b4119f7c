/** A prompt for the user to change: a language model's where one is there and may be asked, else the words as they are. */
import { l10n, type LogOutputChannel } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { cleanAnswer } from '../../core/prompt/cleanAnswer.ts';
import { promptMessages, sentWords } from '../../core/prompt/promptMessages.ts';
import type { AllowedModels } from './allowedModels.ts';
import { askModel } from './askModel.ts';
import { availableModels } from './availableModels.ts';
import { chooseModel } from './chooseModel.ts';
import { modelName } from './modelName.ts';
import { modelErrorWords } from './modelErrorWords.ts';

export interface Suggestion {
  readonly prompt: string;
  /** Where it comes from and what can be done with it, in harmless words. */
  readonly remark: string;
}

/** Undefined when the user thinks better of it. Whatever a model does, there is a suggestion otherwise. */
export async function suggestPrompt(
  words: string,
  heading: string,
  allowed: AllowedModels,
  log: LogOutputChannel,
): Promise<Suggestion | undefined> {
  const models = await availableModels(log);
  if (models.length === 0) return asTheyAre(words, l10n.t('No language model is available in this VS Code.'));
  const model = await chooseModel(models, sentWords(words).length, allowed);
  if (model === undefined) return undefined;
  if (model === 'none') return asTheyAre(words);

  const name = modelName(model);
  try {
    const answer = await askModel(model, promptMessages(words, heading));
    if (answer === undefined) return undefined;
    const prompt = cleanAnswer(answer);
    if (prompt === '') return asTheyAre(words, l10n.t('{0} answered without a prompt.', name));
    return { prompt, remark: l10n.t('Written by {0}. Change it as you like: Enter generates the image.', name) };
  } catch (error) {
    log.warn(`The language model ${name}: ${plainText(String(error))}`);
    return asTheyAre(words, modelErrorWords(error, name));
  }
}

function asTheyAre(words: string, why = ''): Suggestion {
  const what = l10n.t('These are the words of the document. Change them as you like: Enter generates the image.');
  return { prompt: words, remark: `${why} ${what}`.trim() };
}
