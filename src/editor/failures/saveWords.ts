/** Why a picture could not be saved, in words. */
import { l10n } from 'vscode';
import type { SaveProblem } from '../../core/failure.ts';

export function saveWords(problem: SaveProblem, path: string): string {
  switch (problem) {
    case 'noSpace':
      return l10n.t('The picture is here, but there is no space left to save it in {0}.', path);
    case 'noPermission':
      return l10n.t('The picture is here, but {0} may not be written to.', path);
    case 'folderIsFile':
      return l10n.t('The picture is here, but {0} is a file, so it cannot be the folder for pictures.', path);
    case 'readOnlyFileSystem':
      return l10n.t('The picture is here, but {0} is on a read-only file system.', path);
    case 'nameTooLong':
      return l10n.t('The picture is here, but its name is too long for {0}.', path);
    case 'other':
      return l10n.t('The picture is here, but it could not be saved in {0}.', path);
  }
}
