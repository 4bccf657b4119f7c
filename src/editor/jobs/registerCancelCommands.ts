/** The commands Cancel and Cancel All, at hand while images are on their way. */
import { commands, Disposable, l10n, window } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import type { Jobs } from './jobs.ts';
import { elapsedWords, stageWords } from './stageWords.ts';

export function registerCancelCommands(jobs: Jobs): Disposable {
  return Disposable.from(
    commands.registerCommand('depict.cancel', async (id?: unknown) => {
      const chosen = typeof id === 'string' || typeof id === 'number' ? String(id) : await pickJob(jobs);
      return chosen !== undefined && jobs.cancel(chosen);
    }),
    commands.registerCommand('depict.cancelAll', () => jobs.cancelAll()),
    followRunning(jobs),
  );
}

/** The palette offers Cancel only while there is something to cancel. */
function followRunning(jobs: Jobs): Disposable {
  let known = false;
  return jobs.onDidChange(() => {
    const running = jobs.running.length > 0;
    if (running === known) return;
    known = running;
    void commands.executeCommand('setContext', 'depict.jobsRunning', running);
  });
}

/** Asks only where several run. */
async function pickJob(jobs: Jobs): Promise<string | undefined> {
  const { running } = jobs;
  if (running.length === 0) {
    window.setStatusBarMessage(l10n.t('No image is on its way.'), 3000);
    return undefined;
  }
  if (running.length === 1) return running[0]?.id;
  const picked = await window.showQuickPick(
    running.map((job) => ({
      label: plainText(job.title, 80),
      description: stageWords(job),
      detail: elapsedWords(job.startedAt, Date.now()),
      id: job.id,
    })),
    { title: l10n.t('Cancel which image?'), matchOnDescription: true },
  );
  return picked?.id;
}
