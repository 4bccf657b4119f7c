/** What hovers and code lenses offer to do with an image that can be made again. */
import { l10n } from 'vscode';

export interface LinkAction {
  /** Takes the image's Uri. */
  readonly command: string;
  /** Of the product icons. */
  readonly icon: string;
  readonly label: string;
}

export function remakeActions(): readonly LinkAction[] {
  return [
    { command: 'depict.regenerateInPlace', icon: 'refresh', label: l10n.t('Regenerate') },
    { command: 'depict.variations', icon: 'layers', label: l10n.t('Variations') },
    { command: 'depict.reuseSettings', icon: 'history', label: l10n.t('Reuse Settings') },
    { command: 'depict.copyAsCode', icon: 'code', label: l10n.t('Copy as Code') },
  ];
}
