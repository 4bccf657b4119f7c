/** The jobs that the sidebar starts, and those of them that failed: they stay until they are dismissed or done again. */
import type { Disposable } from 'vscode';
import { EventEmitter, l10n, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { ImageFailure } from '../../core/failure.ts';
import { isImageFailure, type ReceivedImage } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import type { Button, JobCard } from '../../core/sidebar/viewState.ts';
import { actOnFailure, possibleActions, type FailureHandlers } from '../failures/actOnFailure.ts';
import { buttonFor } from '../failures/buttons.ts';
import { showBug } from '../failures/showFailure.ts';
import { wordsFor, type FailureAction } from '../failures/words.ts';
import type { Order } from '../generate/order.ts';
import type { JobResult, JobRunner } from '../generate/runJob.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { stageWords } from '../jobs/stageWords.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';

/** Makes the order anew for each try, so that Try Again uses what the user has changed meanwhile. @throws {ImageFailure} */
export type MakeOrder = () => Order;

export interface SidebarJobs extends Disposable {
  readonly onDidChange: Event<void>;
  /** Newest first: running ones of all commands, and failed ones of the sidebar. */
  readonly cards: readonly JobCard[];
  /** Ends when files are saved; never throws. `title` stands for it until there is an order. */
  start(title: string, makeOrder: MakeOrder): Promise<JobResult>;
  press(id: string, button: string): void;
  /** Cancels what the sidebar has started. */
  cancelOwn(): void;
}

/** What a job needs of the rest of the extension when it has ended. */
export interface JobEnds {
  /** Pictures are there; `visible` is up to the sidebar. */
  readonly onDone: (result: JobResult, order: Order) => void;
  readonly onFailed: (error: unknown) => void;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly makeOrder: MakeOrder;
  readonly controller: AbortController;
  jobId?: string;
  failed?: Failed;
}

interface Failed {
  readonly error: ImageFailure;
  readonly actions: readonly FailureAction[];
  readonly order: Order | undefined;
  readonly done: number;
  readonly count: number;
}

export function createSidebarJobs(
  jobs: Jobs,
  runner: JobRunner,
  shared: TokenHandlers,
  askWhere: (received: ReceivedImage, order: Order | undefined) => Promise<Uri | undefined>,
  ends: JobEnds,
  log: LogOutputChannel,
): SidebarJobs {
  const changed = new EventEmitter<void>();
  const entries = new Map<string, Entry>();
  let lastId = 0;
  const watching = jobs.onDidChange(() => changed.fire());

  async function run(entry: Entry): Promise<JobResult> {
    delete entry.failed;
    let order: Order | undefined;
    let result: JobResult;
    try {
      order = entry.makeOrder();
      result = await runner.run(order, undefined, entry.controller.signal, (jobId) => {
        entry.jobId = jobId;
        changed.fire();
      });
    } catch (error) {
      result = { images: [], link: 'none', error };
    }
    await ended(entry, order, result);
    return result;
  }

  async function ended(entry: Entry, order: Order | undefined, result: JobResult): Promise<void> {
    const { error, images } = result;
    if (order && images.length > 0) ends.onDone(result, order);
    if (!isImageFailure(error) || error.failure.kind === 'cancelled') {
      entries.delete(entry.id);
      if (error !== undefined && !isImageFailure(error)) void showBug(error, log);
    } else {
      log.warn(error.message);
      const actions = await possibleActions(error.failure, shared);
      entry.failed = { error, actions, order, done: images.length, count: order?.count ?? 1 };
      ends.onFailed(error);
    }
    changed.fire();
  }

  function watched(work: Promise<unknown>): void {
    work.catch((error: unknown) => showBug(error, log));
  }

  function handlersFor(entry: Entry, { order }: Failed): FailureHandlers {
    const keep = async (received: ReceivedImage, at?: Uri): Promise<void> => {
      if (order) await ended(entry, order, await runner.keep(order, undefined, received, at));
    };
    return {
      ...shared,
      retry: () => {
        entries.delete(entry.id);
        void start(entry.title, entry.makeOrder);
      },
      keepAnyway: (received) => watched(keep(received)),
      saveAs: (received) => watched(askWhere(received, order).then((at) => (at ? keep(received, at) : undefined))),
    };
  }

  function start(title: string, makeOrder: MakeOrder): Promise<JobResult> {
    lastId += 1;
    const entry: Entry = {
      id: `own-${lastId}`,
      title: plainText(title, 200),
      startedAt: Date.now(),
      makeOrder,
      controller: new AbortController(),
    };
    entries.set(entry.id, entry);
    changed.fire();
    return run(entry);
  }

  function cardOf(entry: Entry): JobCard {
    const { id, title, startedAt, failed } = entry;
    const common = { id, title, startedAt };
    if (failed) {
      const text = plainText(wordsFor(failed.error.failure).text, 1_000);
      const buttons = failed.actions.map((action): Button => ({ id: action, label: buttonFor(action) }));
      return { ...common, state: 'failed', text, buttons, done: failed.done, count: failed.count };
    }
    const job = jobs.running.find((one) => one.id === entry.jobId);
    if (!job) return { ...common, state: 'running', text: l10n.t('Getting ready'), buttons: [], done: 0, count: 1 };
    return { ...runningCard(job), id };
  }

  return {
    onDidChange: changed.event,
    get cards() {
      const own = [...entries.values()];
      const others = jobs.running.filter((job) => !own.some(({ jobId }) => jobId === job.id)).map(runningCard);
      return [...own.map(cardOf), ...others].toSorted((a, b) => b.startedAt - a.startedAt);
    },
    start,
    press(id, button) {
      const entry = entries.get(id);
      if (!entry) {
        if (button === 'cancel' && id.startsWith(otherPrefix)) jobs.cancel(id.slice(otherPrefix.length));
        return;
      }
      if (button === 'cancel') entry.controller.abort();
      const { failed } = entry;
      if (!failed) return;
      if (button === 'dismiss') {
        entries.delete(id);
        changed.fire();
      }
      const action = failed.actions.find((one) => one === button);
      if (!action) return;
      actOnFailure(action, failed.error.failure, handlersFor(entry, failed), log).catch((error: unknown) =>
        showBug(error, log),
      );
    },
    cancelOwn() {
      for (const { controller } of entries.values()) controller.abort();
    },
    dispose() {
      watching.dispose();
      changed.dispose();
    },
  };
}

const otherPrefix = 'job-';

function runningCard(job: Jobs['running'][number]): JobCard {
  const { id, title, startedAt, stage, count, done } = job;
  const fraction = stage.type === 'generating' ? stage.fraction : undefined;
  return {
    id: otherPrefix + id,
    title: plainText(title, 200),
    state: 'running',
    text: asSentence(stageWords(job)),
    ...(fraction === undefined ? {} : { fraction }),
    startedAt,
    count,
    done,
    buttons: [],
  };
}

/** Elsewhere these words stand behind others; on the card they begin. */
function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
