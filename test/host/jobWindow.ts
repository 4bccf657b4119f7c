/** A window that makes images: real jobs, a real client and a history of its own, which a test can close or kill. */
import * as vscode from 'vscode';
import type { JobResult } from '../../src/editor/generate/jobResult.ts';
import { createJobRunner, type JobRunner } from '../../src/editor/generate/runJob.ts';
import { placeOrder, type Asked, type OrderFor, type OrderSource } from '../../src/editor/generate/order.ts';
import type { History } from '../../src/editor/history/history.ts';
import { createJobs, type Jobs } from '../../src/editor/jobs/jobs.ts';
import { createMarkers } from '../../src/editor/jobs/placeMarkers.ts';
import { createSpend } from '../../src/editor/spend/spend.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { directNetwork } from '../unit/inference/transport/directNetwork.ts';
import { workspaceFolder } from './depict.ts';

export interface JobWindow {
  readonly jobs: Jobs;
  readonly engine: Engine;
  readonly runner: JobRunner;
  /** As when the window is closed or reloaded. */
  close(): void;
}

export const noSource: OrderSource = { document: undefined, languageId: undefined };

export const orderFor: OrderFor = (asked, source) =>
  placeOrder(asked, source, vscode.Uri.joinPath(workspaceFolder(), 'storage'), {});

/** @param limit images that are made at a time */
export function openJobWindow(history: History, limit = 2): JobWindow {
  const jobs = createJobs(() => limit);
  const markers = createMarkers(jobs);
  const engine = createEngine(directNetwork);
  const runner = createJobRunner(
    jobs,
    markers,
    { load: () => Promise.resolve(engine), dispose: () => engine.dispose() },
    { forOrigin: () => Promise.resolve(undefined) },
    { insert: () => Promise.resolve('none') },
    history,
    (saved) => Promise.resolve(saved),
    'Depict test',
    createSpend({ info: () => undefined }),
  );
  return {
    jobs,
    engine,
    runner,
    close() {
      for (const one of [history, engine, markers, jobs]) one.dispose();
    },
  };
}

/** What a window with this history does when it is asked for images, one at a time. */
export async function runJob(
  history: History,
  asked: Asked,
  source: OrderSource = noSource,
  signal?: AbortSignal,
): Promise<JobResult> {
  const { runner, engine, jobs } = openJobWindow(history, 1);
  try {
    return await runner.run(orderFor(asked, source), undefined, signal);
  } finally {
    for (const one of [engine, jobs]) one.dispose();
  }
}
