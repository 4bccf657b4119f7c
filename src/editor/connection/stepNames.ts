/** What the steps of Check Connection are called, and how their states look. */
import { l10n } from 'vscode';
import type { StepId, StepState } from '../../core/connection/finding.ts';

export function stepName(step: StepId): string {
  switch (step) {
    case 'address':
      return l10n.t('Address');
    case 'proxy':
      return l10n.t('Way to the network');
    case 'host':
      return l10n.t('Service');
    case 'token':
      return l10n.t('Token');
    case 'account':
      return l10n.t('Account');
    case 'permission':
      return l10n.t('Permission');
    case 'billing':
      return l10n.t('Billing');
    case 'kind':
      return l10n.t('Kind of server');
    case 'model':
      return l10n.t('Model');
    case 'folder':
      return l10n.t('Folder for images');
    case 'image':
      return l10n.t('Test image');
  }
}

export function stateName(state: StepState): string {
  switch (state) {
    case 'passed':
      return l10n.t('passed');
    case 'warning':
      return l10n.t('warning');
    case 'failed':
      return l10n.t('failed');
    case 'skipped':
      return l10n.t('skipped');
  }
}

/** Screen readers say the icon's name: these are words that fit. */
export const stateIcons: Readonly<Record<StepState | 'running' | 'waiting', string>> = {
  passed: '$(pass)',
  warning: '$(warning)',
  failed: '$(error)',
  skipped: '$(circle-slash)',
  running: '$(loading~spin)',
  waiting: '$(circle-large-outline)',
};
