/** The progress notification of one gesture: what its jobs are doing, and Cancel for all of them. */
import { l10n, ProgressLocation, window } from 'vscode';
import type { Jobs } from '../jobs/jobs.ts';
import { stageWords } from '../jobs/stageWords.ts';

/** `work` gets a signal that Cancel aborts, and tells the ids of the jobs it starts. */
export function withJobProgress<T>(
  jobs: Jobs,
  count: number,
  work: (signal: AbortSignal, onStart: (jobId: string) => void) => Promise<T>,
): Promise<T> {
  const title = count === 1 ? l10n.t('Depict') : l10n.t('Depict: {0} images', count);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    window.withProgress(options, async (progress, cancellation) => {
      const controller = new AbortController();
      const ids = new Set<string>();
      const show = (): void => {
        const own = jobs.running.filter((job) => ids.has(job.id));
        const [first] = own;
        if (first) progress.report({ message: own.length === 1 ? stageWords(first) : l10n.t('{0} left', own.length) });
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
