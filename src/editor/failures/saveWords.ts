/** Why a picture could not be saved, in words. */
import { l10n } from 'vscode';
import type { SaveProblem } from '../../core/failure.ts';

/** Whether there is a picture to be saved at all. */
export function savedWords(isHere: boolean): string {
  return isHere
    ? l10n.t('The picture is here, but it could not be saved.')
    : l10n.t('Nothing was generated, because the picture could not be saved.');
}

export function saveWords(problem: SaveProblem, path: string): string {
  switch (problem) {
    case 'noSpace':
      return l10n.t('There is no space left for {0}.', path);
    case 'noPermission':
      return l10n.t('You have no permission to write {0}.', path);
    case 'folderIsFile':
      return l10n.t('A file stands where the folder for pictures should be: {0}.', path);
    case 'readOnlyFileSystem':
      return l10n.t('{0} is on a read-only file system.', path);
    case 'nameTooLong':
      return l10n.t('The name is too long: {0}.', path);
    case 'other':
      return l10n.t('{0} could not be written.', path);
  }
}
