/** The snapshot of everything the sidebar shows but the gallery. */
import { l10n, workspace, type TextEditor } from 'vscode';
import { imageCount, titleIn } from '../history/historyJob.ts';
import type { InterruptedJob } from '../history/jobHistory.ts';
import { plainText } from '../../core/plainText.ts';
import type { FormSnapshot, ImageCard, JobCard, Notice, ViewState } from '../../core/sidebar/viewState.ts';
import { shownPath } from '../uri/shownPath.ts';
import type { PlaceMemory } from './placeMemory.ts';

export interface SidebarFacts {
  readonly place: Pick<PlaceMemory, 'tab' | 'query'>;
  readonly form: FormSnapshot;
  readonly needsToken: boolean;
  readonly jobs: readonly JobCard[];
  readonly results: readonly ImageCard[];
  readonly historySize: number;
  readonly editor: TextEditor | undefined;
}

export function sidebarState(facts: SidebarFacts): ViewState {
  const { place, form, needsToken, jobs, results, historySize, editor } = facts;
  const notice = noticeFor(needsToken);
  return {
    tab: place.tab,
    query: place.query,
    form,
    ...(notice ? { notice } : {}),
    jobs,
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

/** @param done how many of its images are there */
export function interruptedCard(job: InterruptedJob, done: number): JobCard {
  const { id, startedAt, isOwn } = job;
  const count = imageCount(job);
  const text = isOwn
    ? l10n.t('It is not done yet. Try again to go on with it.')
    : l10n.t('VS Code was closed or reloaded before it was done.');
  return {
    id: interruptedPrefix + id,
    title: plainText(titleIn(job), 200),
    state: 'interrupted',
    text: done > 0 ? l10n.t('{0} of {1} images are there. {2}', done, count, text) : text,
    startedAt,
    count,
    done,
    buttons: [{ id: 'retry', label: l10n.t('Try Again') }],
  };
}

function placeName({ document, selection }: TextEditor): string {
  const name = shownPath(document.uri, 200);
  return l10n.t('{0}, line {1}', name, selection.active.line + 1);
}
