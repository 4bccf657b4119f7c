/** What buttons about a job do where there is none: the failure is about something else, such as a missing token. */
import type { FailureHandlers } from './actOnFailure.ts';

export const noJob: Pick<FailureHandlers, 'draft' | 'retryWith' | 'allowMore' | 'keepAnyway' | 'saveAs'> = {
  draft: () => undefined,
  retryWith: () => undefined,
  allowMore: () => undefined,
  keepAnyway: () => undefined,
  saveAs: () => undefined,
};
