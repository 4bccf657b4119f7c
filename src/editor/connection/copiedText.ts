/** What Copy as Text of Check Connection copies: for an issue or a colleague, in the words of the list. */
import { l10n } from 'vscode';
import { stateOf, stepOf, type Finding } from '../../core/connection/finding.ts';
import { plainText } from '../../core/plainText.ts';
import { findingWords } from './findingWords.ts';
import { stateName, stepName } from './stepNames.ts';

/** A line for each finding. `machine`: where the extension runs, for people. */
export function copiedText(findings: readonly Finding[], machine: string): string {
  return findings
    .map((finding) => {
      const text = plainText(findingWords(finding, machine).text, 700);
      return l10n.t('{0}: {1}. {2}', stepName(stepOf(finding)), stateName(stateOf(finding)), text);
    })
    .join('\n');
}
