/** One question to a language model, whose answer is seen as it comes and can be stopped. */
import {
  CancellationTokenSource,
  l10n,
  LanguageModelChatMessage,
  ProgressLocation,
  window,
  type LanguageModelChat,
} from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { maxReadLength } from '../../core/prompt/cleanAnswer.ts';
import { modelName } from './modelName.ts';

/** Characters of the answer that are shown while it comes. */
const shownLength = 60;

/**
 * Undefined when the user cancels, also where the model's extension does not listen. An answer that does not end is cut.
 * @throws what VS Code or the model's extension throws
 */
export async function askModel(model: LanguageModelChat, messages: readonly string[]): Promise<string | undefined> {
  const request = new CancellationTokenSource();

  async function read(show: (text: string) => void): Promise<string> {
    const response = await model.sendRequest(
      messages.map((message) => LanguageModelChatMessage.User(message)),
      { justification: l10n.t('Depict has the prompt for an image written.') },
      request.token,
    );
    let answer = '';
    for await (const piece of response.text) {
      answer += piece;
      show(answer);
      if (answer.length >= maxReadLength) break;
    }
    return answer;
  }

  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t('{0} writes the prompt', modelName(model)),
  };
  try {
    return await window.withProgress(options, async (progress, token) => {
      const cancelled = new Promise<undefined>((resolve) => {
        token.onCancellationRequested(() => {
          // First, so that it does not look like a failure of the model.
          resolve(undefined);
          request.cancel();
        });
      });
      const answer = read((text) => progress.report({ message: plainText(text.slice(-shownLength)) }));
      return Promise.race([cancelled, answer]);
    });
  } finally {
    // What is left of an answer that was cut is not needed.
    request.cancel();
    request.dispose();
  }
}
