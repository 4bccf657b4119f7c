/** What Check Connection has found, for programs. */
import { isFine, stateOf, stepOf, type Finding, type StepId, type StepState } from '../../core/connection/finding.ts';
import { plainText } from '../../core/plainText.ts';
import { findingWords } from './findingWords.ts';

export interface ConnectionReport {
  /** Nothing that was looked at keeps images from coming. */
  readonly ok: boolean;
  readonly steps: readonly { readonly id: StepId; readonly state: StepState; readonly text: string }[];
}

/** `machine`: where the extension runs, for people. */
export function reportOf(findings: readonly Finding[], machine: string): ConnectionReport {
  return {
    ok: isFine(findings),
    steps: findings.map((finding) => ({
      id: stepOf(finding),
      state: stateOf(finding),
      text: plainText(findingWords(finding, machine).text, 700),
    })),
  };
}
