/** Why there are no search results, in words: the rest of the list goes on without them. */
import { l10n } from 'vscode';
import type { Failure, FailureKind } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import { wordsFor } from '../failures/words.ts';

export function searchWords(failure: Failure): string {
  return plainText(textFor(failure), 300);
}

/** What is said of pictures in the same way as of lists. */
const common: readonly FailureKind[] = ['offline', 'rateLimited', 'providerDown', 'invalidRequest', 'badToken'];

function textFor(failure: Failure): string {
  if (common.includes(failure.kind)) return wordsFor(failure).text;
  if (failure.kind === 'timedOut') {
    return l10n.t('{0} has not answered within {1} seconds.', failure.service, failure.seconds);
  }
  if (failure.kind === 'noToken') return l10n.t('{0} asks for a token.', failure.origin);
  return 'service' in failure
    ? l10n.t('{0} did not answer with a list of models.', failure.service)
    : l10n.t('The Hub did not answer with a list of models.');
}
