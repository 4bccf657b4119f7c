/** Shows a failure as one notification whose buttons do something about it. Nobody waits for the answer. */
import { commands, l10n, window, type LogOutputChannel } from 'vscode';
import { isImageFailure, type Failure } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import { actOnFailure, possibleActions, type FailureHandlers } from './actOnFailure.ts';
import { buttonFor } from './buttons.ts';
import { wordsFor } from './words.ts';

/** Logs every failure; shows all but a cancellation, which the user asked for. Anything else is a bug of ours. */
export async function showFailure(error: unknown, handlers: FailureHandlers, log: LogOutputChannel): Promise<void> {
  if (!isImageFailure(error)) return showBug(error, log);
  const { failure } = error;
  if (failure.kind === 'cancelled') return;
  log.warn(error.message, requestIdOf(failure));

  const possible = await possibleActions(failure, handlers);
  const chosen = await window.showErrorMessage(
    plainText(wordsFor(failure).text, 700),
    ...possible.map((one) => buttonFor(one, possible)),
  );
  const action = possible.find((one) => buttonFor(one, possible) === chosen);
  if (action) await actOnFailure(action, failure, handlers, log);
}

/** An error that nobody foresaw is a bug of ours. */
export async function showBug(error: unknown, log: LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const report = l10n.t('Report Issue');
  const showLog = l10n.t('Show Log');
  const chosen = await window.showErrorMessage(
    l10n.t('Something went wrong inside Depict. The log has the details; please report it.'),
    report,
    showLog,
  );
  if (chosen === showLog) log.show(true);
  if (chosen === report) {
    await commands.executeCommand('workbench.action.openIssueReporter', { extensionId: 'depict.depict' });
  }
}

function requestIdOf(failure: Failure): string {
  return 'requestId' in failure && failure.requestId !== undefined ? `(request ${failure.requestId})` : '';
}
