/** What can be done about something that Check Connection has found. */
import { commands, ConfigurationTarget, l10n, workspace, type LogOutputChannel } from 'vscode';
import type { Failure } from '../../core/failure.ts';
import type { EndpointApi } from '../../core/request.ts';
import { noJob } from '../failures/noJob.ts';
import { actOnFailure } from '../failures/actOnFailure.ts';
import { buttonFor } from '../failures/buttons.ts';
import type { FailureAction } from '../failures/words.ts';
import { openTokenPage } from '../token/huggingFacePages.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';

export type Remedy =
  | { readonly type: 'again' }
  | { readonly type: 'setToken'; readonly origin: string }
  /** Opens the page for a new one first. */
  | { readonly type: 'newToken'; readonly origin: string }
  /** `setting` is what the settings page is searched for. */
  | { readonly type: 'openSettings'; readonly setting: string }
  | { readonly type: 'openFolder' }
  | { readonly type: 'chooseModel' }
  | { readonly type: 'useApi'; readonly api: EndpointApi }
  /** A button that the failure offers elsewhere too. */
  | { readonly type: 'failure'; readonly failure: Failure; readonly action: FailureAction };

export function remedyLabel(remedy: Remedy): string {
  switch (remedy.type) {
    case 'again':
      return l10n.t('Check Again');
    case 'setToken':
      return l10n.t('Set Token…');
    case 'newToken':
      return l10n.t('Create a Token With the Permission');
    case 'openSettings':
      return l10n.t('Open Settings');
    case 'openFolder':
      return l10n.t('Open Folder…');
    case 'chooseModel':
      return l10n.t('Choose Model…');
    case 'useApi':
      return l10n.t('Change the Setting to “{0}”', remedy.api);
    case 'failure':
      return buttonFor(remedy.action, [remedy.action]);
  }
}

/** True where it makes sense to look again afterwards. */
export async function applyRemedy(remedy: Remedy, handlers: TokenHandlers, log: LogOutputChannel): Promise<boolean> {
  switch (remedy.type) {
    case 'again':
      return true;
    case 'setToken':
      return handlers.setToken(remedy.origin);
    case 'newToken':
      await openTokenPage();
      return handlers.setToken(remedy.origin);
    case 'openSettings':
      await commands.executeCommand('workbench.action.openSettings', remedy.setting);
      return false;
    case 'openFolder':
      await commands.executeCommand('workbench.action.files.openFolder');
      return false;
    case 'chooseModel':
      return chooseModel();
    case 'useApi':
      await workspace.getConfiguration('depict').update('endpoint.api', remedy.api, ConfigurationTarget.Global);
      return true;
    case 'failure':
      return actOn(remedy.failure, remedy.action, handlers, log);
  }
}

async function chooseModel(): Promise<boolean> {
  return (await commands.executeCommand('depict.selectModel')) !== undefined;
}

async function actOn(
  failure: Failure,
  action: FailureAction,
  handlers: TokenHandlers,
  log: LogOutputChannel,
): Promise<boolean> {
  let again = false;
  const retry = (): void => {
    again = true;
  };
  await actOnFailure(action, failure, { ...handlers, ...noJob, retry }, log);
  return again;
}
