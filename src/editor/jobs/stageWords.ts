/** What people read about a job while they wait. */
import { l10n } from 'vscode';
import type { Stage } from '../../core/request.ts';
import type { Job } from './jobs.ts';

/** For example `Generating image 2 of 3, 41 %`. */
export function stageWords({ stage, count, done }: Pick<Job, 'stage' | 'count' | 'done'>): string {
  const words = wordsOf(stage);
  return count > 1 ? l10n.t('Image {0} of {1}: {2}', Math.min(done + 1, count), count, words) : words;
}

/** For example `12 s` or `2 min 5 s`. */
export function elapsedWords(startedAt: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  return seconds < 60 ? l10n.t('{0} s', seconds) : l10n.t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
}

function wordsOf(stage: Stage): string {
  switch (stage.type) {
    case 'queued':
      return stage.ahead === 0 ? l10n.t('next in line') : l10n.t('in line, {0} ahead', stage.ahead);
    case 'asking':
      return l10n.t('asking the service');
    case 'waitingInLine':
      return stage.position === undefined
        ? l10n.t('in line at the service')
        : l10n.t('in line at the service, place {0}', stage.position);
    case 'loadingModel':
      return stage.estimateSeconds === undefined
        ? l10n.t('the model is being loaded')
        : l10n.t('the model is being loaded, about {0} s', Math.ceil(stage.estimateSeconds));
    case 'rateLimited':
      return l10n.t('the service asks to wait {0} s', Math.ceil(stage.retryInSeconds));
    case 'generating':
      return stage.fraction === undefined
        ? l10n.t('generating')
        : l10n.t('generating, {0} %', Math.round(stage.fraction * 100));
    case 'saving':
      return l10n.t('saving');
  }
}
