import assert from 'node:assert/strict';
import { interruptedJobs } from '../../../../src/core/history/interruptedJobs.ts';
import { job } from './events.ts';

const hour = 60 * 60 * 1000;

describe('interruptedJobs', () => {
  const open = (writer: string, startedAt: number) => ({
    job: job(writer, startedAt),
    writer,
    saves: [],
    accepted: [],
    isDismissed: false,
  });
  const isRunning = (writer: string): boolean | undefined => ({ running: true, ended: false })[writer];

  it('are those whose process has ended', () => {
    const jobs = [open('running', 0), open('ended', 100 * hour)];
    assert.deepEqual(interruptedJobs(jobs, isRunning, 100 * hour), [jobs[1]]);
  });

  it('are those of a process of whom we cannot know, when they are old', () => {
    const jobs = [open('elsewhere', 0), open('elsewhere', 2 * hour)];
    assert.deepEqual(interruptedJobs(jobs, isRunning, 25 * hour), [jobs[0]]);
  });
});
