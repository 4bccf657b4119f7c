/** The jobs that the sidebar starts, and those of them that failed: they stay until they are dismissed or done again. */
import { EventEmitter, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import {
  isCancelled,
  isImageFailure,
  type FailureKind,
  type ImageFailure,
  type ReceivedImage,
} from '../../../core/failure.ts';
import { plainText } from '../../../core/plainText.ts';
import type { JobCard } from '../../../core/sidebar/viewState.ts';
import { actOnFailure, possibleActions, type FailureHandlers } from '../../failures/actOnFailure.ts';
import { showBug } from '../../failures/showFailure.ts';
import type { JobResult } from '../../generate/jobResult.ts';
import { draftsOf, withModel, type Order } from '../../generate/order.ts';
import type { JobRunner } from '../../generate/runJob.ts';
import type { Job, Jobs } from '../../jobs/jobs.ts';
import type { TokenHandlers } from '../../token/tokenHandlers.ts';
import { failedCard, failedJob, type FailedJob } from './failedJob.ts';
import { otherPrefix, runningCard, waitingCard } from './runningCard.ts';

/** Makes the order anew for each try, so that Try Again uses what the user has changed meanwhile. @throws {ImageFailure} */
type MakeOrder = () => Order;

type ChangeOrder = (order: Order) => Order;

export interface SidebarJob {
  /** For people. */
  readonly title: string;
  readonly makeOrder: MakeOrder;
}

export interface SidebarJobs extends Disposable {
  readonly onDidChange: Event<void>;
  /** Newest first: running ones of all commands, and failed ones of the sidebar. */
  readonly cards: readonly JobCard[];
  /** Whether one of the cards stands for this job of the history. */
  has(jobId: string): boolean;
  /** What it comes to is told through `JobEvents`. */
  start(job: SidebarJob): void;
  press(id: string, button: string): void;
  /** Cancels what the sidebar has started. */
  cancelOwn(): void;
  /** Tries those again that failed in this way. */
  retryFailed(kind: FailureKind): void;
}

/** What becomes of a job. `job` is the same object in all of them. */
export interface JobEvents {
  /** `id` is the group of its images in the history; a job that is tried again gets another one. */
  readonly onStarted: (job: SidebarJob, id: string) => void;
  readonly onImages: (result: JobResult, order: Order) => void;
  readonly onFailed: (error: ImageFailure) => void;
  /** Whatever is left of it, the user does not want it. */
  readonly onDismissed: (id: string) => void;
  /** It is done, cancelled or dismissed. */
  readonly onOver: (job: SidebarJob) => void;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly job: SidebarJob;
  /** What the user has decided since it first failed: another model, or drafts. */
  readonly change?: ChangeOrder;
  readonly controller: AbortController;
  /** Of the job as it runs, and of its images in the history. */
  jobId?: string;
  failed?: FailedJob;
  /** Buttons at work: pressing one twice must not do it twice. */
  working: number;
}

export function createSidebarJobs(
  jobs: Jobs,
  runner: JobRunner,
  tokens: TokenHandlers,
  askWhere: (received: ReceivedImage, order: Order | undefined) => Promise<Uri | undefined>,
  events: JobEvents,
  log: LogOutputChannel,
): SidebarJobs {
  const changed = new EventEmitter<void>();
  const entries = new Map<string, Entry>();
  let lastId = 0;
  const watching = jobs.onDidChange(() => changed.fire());

  async function run(entry: Entry, makeOrder: MakeOrder): Promise<void> {
    let order: Order | undefined;
    let result: JobResult;
    try {
      order = makeOrder();
      result = await runner.run(order, undefined, entry.controller.signal, (jobId) => {
        entry.jobId = jobId;
        events.onStarted(entry.job, jobId);
        changed.fire();
      });
    } catch (error) {
      result = { images: [], link: 'none', error };
    }
    await ended(entry, order, result);
  }

  async function ended(entry: Entry, order: Order | undefined, result: JobResult): Promise<void> {
    const { error, images } = result;
    if (order && images.length > 0) events.onImages(result, order);
    if (!isImageFailure(error) || isCancelled(error)) {
      if (error !== undefined && !isImageFailure(error)) void showBug(error, log);
      return remove(entry);
    }
    log.warn(error.message);
    entry.failed = await failedJob(error, order, result, tokens);
    changed.fire();
    events.onFailed(error);
  }

  function remove(entry: Entry): void {
    entries.delete(entry.id);
    events.onOver(entry.job);
    changed.fire();
  }

  /** Once more, what is left of it: with the settings of now where nothing of it was made yet. */
  function retry({ id, job, change: before }: Entry, { left, received }: FailedJob, change = before): void {
    runner.giveUp(received);
    entries.delete(id);
    begin(job, left ? () => left : job.makeOrder, change);
  }

  function begin(job: SidebarJob, makeOrder: MakeOrder, change?: ChangeOrder): void {
    lastId += 1;
    const entry: Entry = {
      id: `own-${lastId}`,
      title: plainText(job.title, 200),
      startedAt: Date.now(),
      job,
      ...(change ? { change } : {}),
      controller: new AbortController(),
      working: 0,
    };
    entries.set(entry.id, entry);
    changed.fire();
    void run(entry, change ? () => change(makeOrder()) : makeOrder);
  }

  /** All that had arrived: each of them was paid for. What cannot be kept stays on the card. */
  async function keep(entry: Entry, { order, received }: FailedJob, at?: Uri): Promise<void> {
    if (!order) return;
    const [first, ...others] = received;
    if (!first) return remove(entry);
    const result = await runner.keep(order, undefined, first, at, entry.jobId);
    if (result.images.length > 0) events.onImages(result, order);
    if (!entry.failed) return;
    if (result.error !== undefined) {
      entry.failed = { ...entry.failed, received: [...(result.received ?? []), ...others] };
      return notKept(entry, entry.failed, result.error);
    }
    entry.failed = { ...entry.failed, received: others, done: entry.failed.done + 1 };
    await keep(entry, entry.failed);
  }

  /** All else that the card knows stays: what was made, and what trying again goes on with. */
  async function notKept(entry: Entry, failed: FailedJob, error: unknown): Promise<void> {
    if (!isImageFailure(error)) return void showBug(error, log);
    log.warn(error.message);
    entry.failed = { ...failed, error, actions: await possibleActions(error.failure, tokens) };
    changed.fire();
    events.onFailed(error);
  }

  function handlersFor(entry: Entry, failed: FailedJob): FailureHandlers {
    return {
      ...tokens,
      retry: () => retry(entry, failed),
      draft: () => retry(entry, failed, draftsOf),
      allowMore: () => runner.allow((failed.left ?? failed.order)?.requests.length ?? 1),
      retryWith: (choice) => retry(entry, failed, (order) => withModel(order, choice)),
      keepAnyway: () => busy(entry, keep(entry, failed)),
      saveAs: (received) =>
        busy(
          entry,
          askWhere(received, failed.order).then((at) => (at ? keep(entry, failed, at) : undefined)),
        ),
    };
  }

  function busy(entry: Entry, work: Promise<unknown>): void {
    entry.working += 1;
    work
      .catch((error: unknown) => showBug(error, log))
      .finally(() => {
        entry.working -= 1;
      });
  }

  function ownCard(entry: Entry, running: Job | undefined): JobCard {
    const { id, title, failed } = entry;
    if (failed) return failedCard(entry, failed);
    return running ? { ...runningCard(running), id, title } : waitingCard(entry);
  }

  return {
    onDidChange: changed.event,
    get cards() {
      const running = new Map(jobs.running.map((job) => [job.id, job]));
      const own = [...entries.values()].map((entry): JobCard => {
        const job = entry.failed || entry.jobId === undefined ? undefined : running.get(entry.jobId);
        if (job) running.delete(job.id);
        return ownCard(entry, job);
      });
      return [...own, ...[...running.values()].map(runningCard)].toSorted((a, b) => b.startedAt - a.startedAt);
    },
    has: (jobId) => [...entries.values()].some((entry) => entry.jobId === jobId),
    start: (job) => begin(job, job.makeOrder),
    press(id, button) {
      const entry = entries.get(id);
      if (!entry) {
        if (button === 'cancel' && id.startsWith(otherPrefix)) jobs.cancel(id.slice(otherPrefix.length));
        return;
      }
      if (button === 'cancel') entry.controller.abort();
      const { failed } = entry;
      if (!failed || entry.working > 0) return;
      if (button === 'dismiss') {
        runner.giveUp(failed.received);
        if (entry.jobId !== undefined) events.onDismissed(entry.jobId);
        return remove(entry);
      }
      const action = failed.actions.find((one) => one === button);
      if (action) busy(entry, actOnFailure(action, failed.error.failure, handlersFor(entry, failed), log));
    },
    cancelOwn() {
      for (const { controller } of entries.values()) controller.abort();
    },
    retryFailed(kind) {
      entries.forEach((entry) => {
        if (entry.failed?.error.failure.kind === kind) retry(entry, entry.failed);
      });
    },
    dispose() {
      watching.dispose();
      changed.dispose();
    },
  };
}
