/** The progress notification of one gesture: what its jobs are doing, and Cancel for all of them. */
import { l10n, ProgressLocation, window } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import type { Job, Jobs } from '../jobs/jobs.ts';
import { stageWords } from '../jobs/stageWords.ts';

/** `work` gets a signal that Cancel aborts, and tells the ids of the jobs it starts. */
export function withJobProgress<T>(
  jobs: Jobs,
  count: number,
  work: (signal: AbortSignal, onStart: (jobId: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Depict'), cancellable: true };
  return Promise.resolve(
    window.withProgress(options, async (progress, cancellation) => {
      const controller = new AbortController();
      const ids = new Set<string>();
      let shown = 0;
      const show = (): void => {
        const own = jobs.running.filter((job) => ids.has(job.id));
        if (own.length === 0) return;
        const done = ids.size - own.length;
        progress.report({
          message: progressWords(own, done, count),
          // Of one picture nobody knows how far it is.
          ...(count > 1 ? { increment: ((done - shown) / count) * 100 } : {}),
        });
        shown = done;
      };
      const watching = [cancellation.onCancellationRequested(() => controller.abort()), jobs.onDidChange(show)];
      try {
        return await work(controller.signal, (id) => {
          ids.add(id);
          show();
        });
      } finally {
        for (const each of watching) each.dispose();
      }
    }),
  );
}

/** For example `2 of 5 done. A heron at dusk: generating, 41 %`: of those under way, the one that is furthest. */
function progressWords(own: readonly Job[], done: number, count: number): string {
  const current = own.find(({ stage }) => stage.type !== 'queued') ?? own[0];
  if (!current) return '';
  const words = stageWords(current);
  return count === 1 ? words : l10n.t('{0} of {1} done. {2}: {3}', done, count, plainText(current.title, 50), words);
}
