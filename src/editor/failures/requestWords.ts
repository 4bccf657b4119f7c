/** What is wrong with a request, in words. */
import { env, l10n } from 'vscode';
import type { RequestProblem } from '../../core/failure.ts';
import { withDetail } from './withDetail.ts';

export function requestWords(problem: RequestProblem): string {
  switch (problem.type) {
    case 'emptyPrompt':
      return l10n.t('There are no words to make a picture of. Select some text, or type a prompt.');
    case 'promptTooLong':
      return l10n.t(
        'The prompt has {0} characters, more than the {1} that can be sent. Select less text.',
        problem.length,
        problem.limit,
      );
    case 'tooManyPrompts':
      return l10n.t(
        '{0} prompts are too many at once: {1} is the most.',
        problem.count.toLocaleString(env.language),
        problem.limit,
      );
    case 'tooManyTexts':
      return l10n.t(
        '{0} has {1} entries, more than the {2} that can be sent.',
        problem.name,
        problem.count,
        problem.limit,
      );
    case 'nothingSelected':
      return l10n.t('Nothing is selected, and there is no text at the cursor. Select the words to make a picture of.');
    case 'sessionLimit':
      return sessionLimitWords(problem);
    case 'restrictedMode':
      return l10n.t('In Restricted Mode nothing is generated without a question. Trust the workspace first.');
    case 'noSettings':
      return l10n.t('{0} does not say how it was made, so its settings cannot be used.', problem.path);
    case 'unreadableImage':
      return l10n.t('{0} could not be read. It may have been moved or deleted.', problem.path);
    case 'wrongType':
      return wrongTypeWords(problem.name, problem.expected, problem.choices);
    case 'textTooLong':
      return l10n.t(
        '{0} has {1} characters, more than the {2} that can be sent.',
        problem.name,
        problem.length,
        problem.limit,
      );
    case 'outOfRange':
      return l10n.t('{0} must lie between {1} and {2}.', problem.name, problem.min, problem.max);
    case 'badModelId':
      return l10n.t('"{0}" is not the name of a model. On the Hub a name looks like owner/name.', problem.model);
    case 'unknownProvider':
      return l10n.t(
        '"{0}" is not a provider that Depict knows. It knows: {1}.',
        problem.provider,
        problem.known.join(', '),
      );
    case 'badUrl':
      return l10n.t('{0} is not an address that can be used: {1}', problem.name, problem.url);
    case 'unknownVariable':
      return l10n.t('{0} uses the variable {1}, which Depict does not know.', problem.name, problem.variable);
    case 'outsideWorkspace':
      return l10n.t(
        '{0} lies outside the workspace, so nothing was written there. Choose a folder inside it.',
        problem.path,
      );
    case 'badPath':
      return l10n.t('"{0}" cannot be used as a folder or a file name.', problem.path);
    case 'rejected':
      return withDetail(
        l10n.t('{0} does not accept the request. Check the settings for images.', problem.service),
        problem.detail,
      );
  }
}

function sessionLimitWords({ asked, count, limit }: RequestProblem & { readonly type: 'sessionLimit' }): string {
  if (asked === 0) {
    return l10n.t(
      'This asks for {0} images, and the limit in your settings is {1}. Generate them all the same?',
      count,
      limit,
    );
  }
  return asked === 1
    ? l10n.t(
        'You have asked for 1 image in this window, and the limit in your settings is {0}. Generate more all the same?',
        limit,
      )
    : l10n.t(
        'You have asked for {0} images in this window, and the limit in your settings is {1}. Generate more all the same?',
        asked,
        limit,
      );
}

function wrongTypeWords(name: string, expected: string, choices: readonly string[] | undefined): string {
  switch (expected) {
    case 'text':
      return l10n.t('{0} must be a text.', name);
    case 'integer':
      return l10n.t('{0} must be a whole number.', name);
    case 'number':
      return l10n.t('{0} must be a number.', name);
    case 'boolean':
      return l10n.t('{0} must be true or false.', name);
    case 'signal':
      return l10n.t('{0} must be an AbortSignal of the same process.', name);
    case 'uri':
      return l10n.t('{0} must be a Uri.', name);
    case 'list':
      return l10n.t('{0} must be a list of texts.', name);
    default:
      return l10n.t('{0} must be one of: {1}.', name, (choices ?? []).join(', '));
  }
}
