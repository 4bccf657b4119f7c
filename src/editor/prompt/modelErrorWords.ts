/** Why a language model has written nothing, in words. */
import { l10n } from 'vscode';

/** @param error what `sendRequest` or its stream has thrown: a `LanguageModelError`, or anything of the model's extension */
export function modelErrorWords(error: unknown, name: string): string {
  // Told by its code: what a model's own extension throws comes here as a copy.
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'NoPermissions':
      return l10n.t('Depict has no permission to use {0}.', name);
    case 'Blocked':
      return l10n.t('{0} takes no request of Depict now: a quota may be used up.', name);
    case 'NotFound':
      return l10n.t('{0} is not there any more.', name);
    default:
      return l10n.t('{0} could not write a prompt; the log of Depict says why.', name);
  }
}
