/** Shows a failure of something that is no job: there is nothing to try again, no token to set, no picture to keep. */
import type { LogOutputChannel } from 'vscode';
import { showFailure } from './showFailure.ts';

export function tellFailure(error: unknown, log: LogOutputChannel): Promise<void> {
  return showFailure(error, nothingToDo, log);
}

const nothingToDo = {
  retry: () => undefined,
  draft: () => undefined,
  retryWith: () => undefined,
  setToken: () => Promise.resolve(false),
  ambientSource: () => Promise.resolve(undefined),
  allowAmbientToken: () => Promise.resolve(),
  allowMore: () => undefined,
  keepAnyway: () => undefined,
  saveAs: () => undefined,
};
