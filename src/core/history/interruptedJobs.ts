/** The jobs that nobody works on any more although they never ended. */
import type { OpenJob } from './jobLedger.ts';

/** For writers of whom we cannot know whether they still run: no request waits longer than a day. */
const longestJobMs = 24 * 60 * 60 * 1000;

/**
 * @param isRunning undefined where that cannot be known: on another machine, in another container
 * @param now milliseconds since 1970
 */
export function interruptedJobs(
  jobs: readonly OpenJob[],
  isRunning: (writer: string) => boolean | undefined,
  now: number,
): readonly OpenJob[] {
  return jobs.filter(({ job, writer }) => !(isRunning(writer) ?? now - job.startedAt < longestJobMs));
}
