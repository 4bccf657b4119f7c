/** The snapshot of everything the sidebar shows but the gallery. */
import { l10n, workspace, type TextEditor } from 'vscode';
import type { HistoryJob } from '../../core/history/event.ts';
import { plainText } from '../../core/plainText.ts';
import type { FormSnapshot, ImageCard, JobCard, Notice, ViewState, ViewTab } from '../../core/sidebar/viewState.ts';

export const mostResults = 12;

export interface SidebarFacts {
  readonly tab: ViewTab;
  readonly form: FormSnapshot;
  readonly needsToken: boolean;
  readonly jobs: readonly JobCard[];
  readonly interrupted: readonly HistoryJob[];
  readonly results: readonly ImageCard[];
  readonly historySize: number;
  readonly editor: TextEditor | undefined;
}

export function sidebarState(facts: SidebarFacts): ViewState {
  const { tab, form, needsToken, jobs, interrupted, results, historySize, editor } = facts;
  const notice = noticeFor(needsToken);
  return {
    tab,
    form,
    ...(notice ? { notice } : {}),
    jobs: [...jobs, ...interrupted.map(interruptedCard)],
    now: Date.now(),
    results,
    historySize,
    ...(editor ? { insertPlace: placeName(editor) } : {}),
  };
}

function noticeFor(needsToken: boolean): Notice | undefined {
  if (needsToken) {
    return {
      text: l10n.t('A Hugging Face token is needed to generate images.'),
      buttons: [
        { id: 'setToken', label: l10n.t('Set Token…') },
        { id: 'getToken', label: l10n.t('Get a Token') },
      ],
    };
  }
  if (workspace.isTrusted) return undefined;
  return {
    text: l10n.t('In Restricted Mode the settings of this workspace are not used.'),
    buttons: [{ id: 'trust', label: l10n.t('Manage Workspace Trust') }],
  };
}

export const interruptedPrefix = 'interrupted-';

function interruptedCard({ id, startedAt, asked }: HistoryJob): JobCard {
  const { prompt, count } = asked;
  return {
    id: interruptedPrefix + id,
    title: plainText(typeof prompt === 'string' ? prompt : '', 200),
    state: 'interrupted',
    text: l10n.t('VS Code was closed or reloaded before it was done.'),
    startedAt,
    count: typeof count === 'number' ? count : 1,
    done: 0,
    buttons: [{ id: 'retry', label: l10n.t('Try Again') }],
  };
}

function placeName({ document, selection }: TextEditor): string {
  const name = plainText(workspace.asRelativePath(document.uri, false), 200);
  return l10n.t('{0}, line {1}', name, selection.active.line + 1);
}
