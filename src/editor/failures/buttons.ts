/** The text on each button that a failure can offer. */
import { l10n } from 'vscode';
import { isUseModel, modelToUse } from './useModel.ts';
import type { FailureAction, UseModel } from './words.ts';

/** @param beside all the buttons of that failure: what they must not be taken for */
export function buttonFor(action: FailureAction, beside: readonly FailureAction[]): string {
  if (isUseModel(action)) return l10n.t('Use {0}', shortName(action, beside));
  switch (action) {
    case 'setToken':
      return l10n.t('Set Token…');
    case 'getToken':
      return l10n.t('Get a Token');
    case 'useAmbientToken':
      return l10n.t('Use the Token of This Machine');
    case 'tryOffline':
      return l10n.t('Try It Offline');
    case 'retry':
      return l10n.t('Try Again');
    case 'allowMore':
      return l10n.t('Generate Anyway');
    case 'changeLimit':
      return l10n.t('Change Limit');
    case 'chooseModel':
      return l10n.t('Choose Model…');
    case 'useOwnServer':
      return l10n.t('Use My Own Server');
    case 'checkConnection':
      return l10n.t('Check Connection');
    case 'openSettings':
    case 'openProxySettings':
      return l10n.t('Open Settings');
    case 'openModel':
      return l10n.t('Open Model Page');
    case 'openBilling':
      return l10n.t('Open Billing');
    case 'keepAnyway':
      return l10n.t('Keep It Anyway');
    case 'saveAs':
      return l10n.t('Save As…');
    case 'showLog':
      return l10n.t('Show Log');
  }
}

/** Without its owner, who is in the message: the buttons of a message are narrow. */
function shortName(action: UseModel, beside: readonly FailureAction[]): string {
  const isAlone = beside.filter((one) => nameOf(one) === nameOf(action)).length < 2;
  return (isAlone ? nameOf(action) : modelToUse(action)) ?? '';
}

function nameOf(action: FailureAction): string | undefined {
  return modelToUse(action)?.split('/').at(-1);
}
