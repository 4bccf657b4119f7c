/** What the page asks for about jobs, and about what has to be dealt with first. */
import { commands } from 'vscode';
import type { History } from '../../history/history.ts';
import type { InterruptedJob } from '../../history/jobHistory.ts';
import type { FailureAction } from '../../failures/words.ts';
import type { IntentHandlers } from '../intents.ts';
import type { SidebarJobs } from './sidebarJobs.ts';
import { interruptedPrefix } from '../sidebarState.ts';

export function jobIntents(
  jobs: SidebarJobs,
  history: Pick<History, 'interrupted' | 'jobEnded'>,
  resume: (job: InterruptedJob) => boolean,
  setToken: (action: FailureAction) => Promise<void>,
): Pick<IntentHandlers, 'job' | 'notice'> {
  return {
    job: ({ id, button }) => {
      if (!id.startsWith(interruptedPrefix)) return jobs.press(id, button);
      const job = history.interrupted.find((one) => interruptedPrefix + one.id === id);
      if (!job) return;
      // Going on with it takes it off the list.
      if (button !== 'retry' || !resume(job)) history.jobEnded(job.id);
    },
    notice: async ({ button }) => {
      if (button === 'setToken' || button === 'getToken') await setToken(button);
      if (button === 'trust') await commands.executeCommand('workbench.trust.manage');
    },
  };
}
