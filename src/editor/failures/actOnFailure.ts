/** The buttons that a failure offers, and what each of them does. */
import { commands, env, Uri, type LogOutputChannel } from 'vscode';
import type { Failure, ReceivedImage, RequestProblem } from '../../core/failure.ts';
import { openModelPage } from '../model/openModelPage.ts';
import type { ModelChoice } from '../model/setModel.ts';
import { openTokenPage } from '../token/huggingFacePages.ts';
import { isUseModel, modelToUse } from './useModel.ts';
import { wordsFor, type FailureAction } from './words.ts';

/** What the buttons need of whoever started the job. */
export interface FailureHandlers {
  /** Runs the same job once more, at the same place. */
  readonly retry: () => void;
  /** Runs the same job with drafts in place of real pictures, for which no token is needed. */
  readonly draft: () => void;
  /** The same, with another model. */
  readonly retryWith: (choice: ModelChoice) => void;
  /** Asks for a token; true when one was stored. */
  readonly setToken: (origin: string) => Promise<boolean>;
  /** Where this machine keeps a token of its own, or undefined where it has none. */
  readonly ambientSource: () => Promise<string | undefined>;
  /** The user's yes to sending that token to this origin. */
  readonly allowAmbientToken: (origin: string) => Promise<void>;
  /** The user's yes to the images that are past the limit of the session. */
  readonly allowMore: () => void;
  readonly keepAnyway: (received: ReceivedImage) => void;
  readonly saveAs: (received: ReceivedImage) => void;
}

const pages = {
  billing: 'https://huggingface.co/settings/billing',
} as const;

/** The failure's buttons, less those that have nothing to work with here. */
export async function possibleActions(
  failure: Failure,
  { ambientSource }: Pick<FailureHandlers, 'ambientSource'>,
): Promise<readonly FailureAction[]> {
  const { actions } = wordsFor(failure);
  const hasAmbient = actions.includes('useAmbientToken') && (await ambientSource()) !== undefined;
  return actions.filter((action) => action !== 'useAmbientToken' || hasAmbient);
}

export async function actOnFailure(
  action: FailureAction,
  failure: Failure,
  handlers: FailureHandlers,
  log: LogOutputChannel,
): Promise<void> {
  const received = 'received' in failure ? failure.received : undefined;
  if (isUseModel(action)) {
    // Who serves the one need not serve the other.
    return handlers.retryWith({ model: modelToUse(action) ?? '', provider: 'auto' });
  }
  switch (action) {
    case 'setToken':
      if (await handlers.setToken('origin' in failure ? failure.origin : 'https://huggingface.co')) handlers.retry();
      return;
    case 'getToken':
      await openTokenPage();
      // The page is open in the browser; the token comes back here.
      if (await handlers.setToken('https://huggingface.co')) handlers.retry();
      return;
    case 'useAmbientToken':
      if ('origin' in failure) await handlers.allowAmbientToken(failure.origin);
      return handlers.retry();
    case 'tryOffline':
      return handlers.draft();
    case 'retry':
      return handlers.retry();
    case 'allowMore':
      handlers.allowMore();
      return handlers.retry();
    case 'checkConnection':
      await commands.executeCommand('depict.checkConnection');
      return;
    case 'chooseModel': {
      const choice = await commands.executeCommand<ModelChoice | undefined>('depict.selectModel');
      if (choice) handlers.retryWith(choice);
      return;
    }
    case 'changeLimit':
    case 'openSettings':
      return commands.executeCommand('workbench.action.openSettings', settingsFor(failure));
    case 'useOwnServer':
      return commands.executeCommand('workbench.action.openSettings', 'depict.endpoint.url');
    case 'openProxySettings':
      return commands.executeCommand('workbench.action.openSettings', 'http.proxy');
    case 'openModel':
      return openModelPage(modelOf(failure));
    case 'openBilling':
      await env.openExternal(Uri.parse(pages.billing));
      return;
    case 'keepAnyway':
      if (received) handlers.keepAnyway(received);
      return;
    case 'saveAs':
      if (received) handlers.saveAs(received);
      return;
    case 'showLog':
      return log.show(true);
  }
}

/** The most telling search for the settings page: the very setting that is named, else all of ours. */
function settingsFor(failure: Failure): string {
  if (failure.kind === 'timedOut') return 'depict.request.timeoutSeconds';
  if (failure.kind === 'notSaved') return 'depict.output.folder';
  if (failure.kind === 'modelMissing' || failure.kind === 'modelNotServed') return 'depict.model';
  const named = failure.kind === 'invalidRequest' ? settingOf(failure.problem) : '';
  return named.startsWith('depict.') ? named : '@ext:depict.depict';
}

/** Problems that name no setting but are about one. */
const settingsByProblem: Partial<Record<RequestProblem['type'], string>> = {
  sessionLimit: 'depict.maxImagesPerSession',
  badModelId: 'depict.model',
  unknownProvider: 'depict.provider',
  outsideWorkspace: 'depict.output',
  badPath: 'depict.output',
};

function settingOf(problem: RequestProblem): string {
  return settingsByProblem[problem.type] ?? ('name' in problem ? problem.name : '');
}

function modelOf(failure: Failure): string {
  if (failure.kind === 'forbidden') return failure.gatedModel ?? '';
  return 'model' in failure ? failure.model : '';
}
