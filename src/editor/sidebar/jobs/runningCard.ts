/** A job on its way, as the page shows it. */
import { l10n } from 'vscode';
import { plainText } from '../../../core/plainText.ts';
import type { JobCard } from '../../../core/sidebar/viewState.ts';
import type { Job } from '../../jobs/jobs.ts';
import { stageWords } from '../../jobs/stageWords.ts';

/** In front of the id of a job that a command has started. */
export const otherPrefix = 'job-';

export function runningCard(job: Job): JobCard {
  const { id, title, startedAt, stage, count, done } = job;
  const fraction = stage.type === 'generating' ? stage.fraction : undefined;
  return {
    id: otherPrefix + id,
    title: plainText(title, 200),
    state: 'running',
    text: asSentence(stageWords(job)),
    ...(fraction === undefined ? {} : { fraction }),
    startedAt,
    count,
    done,
    buttons: [],
  };
}

/** A job of the sidebar that is not running yet. */
export function waitingCard({ id, title, startedAt }: Pick<JobCard, 'id' | 'title' | 'startedAt'>): JobCard {
  return { id, title, startedAt, state: 'running', text: l10n.t('Getting ready'), done: 0, count: 1, buttons: [] };
}

/** Elsewhere these words stand behind others; on the card they begin. */
function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
