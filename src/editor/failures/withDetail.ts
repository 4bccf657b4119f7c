/** The service's own words after ours: they often name the very thing to mend. */
import { l10n } from 'vscode';

export function withDetail(text: string, detail: string | undefined): string {
  return detail === undefined || detail === '' ? text : l10n.t('{0} It said: {1}', text, detail);
}
