/** Shows a failure of something that is no job: there is nothing to try again, no token to set, no picture to keep. */
import type { LogOutputChannel } from 'vscode';
import type { FailureHandlers } from './actOnFailure.ts';
import { noJob } from './noJob.ts';
import { showFailure } from './showFailure.ts';

export function tellFailure(error: unknown, log: LogOutputChannel): Promise<void> {
  return showFailure(error, nothingToDo, log);
}

const nothingToDo: FailureHandlers = {
  ...noJob,
  retry: () => undefined,
  setToken: () => Promise.resolve(false),
  ambientSource: () => Promise.resolve(undefined),
  allowAmbientToken: () => Promise.resolve(),
};
