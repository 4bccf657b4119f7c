/** Runs what a user asked for, with everything that a user sees of it. The promise ends with the work, not with the messages. */
import type { LogOutputChannel, Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { isCancelled, isImageFailure, receivedIn } from '../../core/failure.ts';
import type { FailureHandlers } from '../failures/actOnFailure.ts';
import { showBug, showFailure } from '../failures/showFailure.ts';
import { wordsFor } from '../failures/words.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { tokenHandlers } from '../token/tokenHandlers.ts';
import type { Tokens } from '../token/tokens.ts';
import { askWhere } from '../save/askWhere.ts';
import { leftOver } from './leftOver.ts';
import { draftsOf, withModel, type Order } from './order.ts';
import type { JobResult } from './jobResult.ts';
import type { JobRunner, LinkPlace } from './runJob.ts';
import { showRecovered } from './showRecovered.ts';
import type { ShowSaved } from './showSaved.ts';
import { withJobProgress } from './withJobProgress.ts';

/** A job as a user started it. Its anchor lives until its last message is answered. */
export interface JobTask {
  /** Made anew for each try, so that "Try Again" uses what the user has changed meanwhile. @throws {ImageFailure} */
  readonly order: () => Order;
  readonly place: LinkPlace | undefined;
  /** Hears what has come of each try, before any message is shown. */
  readonly onResult?: (result: JobResult) => Promise<void>;
  /** Whoever hears the result says what was saved. */
  readonly isTold?: true;
}

/** Undefined when all were cancelled before there was an image. */
export type RunTasks = (tasks: readonly JobTask[]) => Promise<readonly GeneratedImage[] | undefined>;

interface TaskResult extends JobResult {
  readonly task: JobTask;
  readonly order?: Order;
}

export function createRunTasks(
  jobs: Jobs,
  runner: JobRunner,
  tokens: Pick<Tokens, 'ambient' | 'allowAmbient'>,
  askForToken: (origin: string) => Promise<boolean>,
  showSaved: ShowSaved,
  log: LogOutputChannel,
): RunTasks {
  async function runTasks(tasks: readonly JobTask[]): Promise<readonly GeneratedImage[] | undefined> {
    const results = await withJobProgress(jobs, tasks.length, (signal, onStart) =>
      Promise.all(tasks.map((task) => runTask(task, signal, onStart))),
    );
    void report(results);
    const images = results.flatMap((result) => result.images);
    return images.length === 0 && results.every(({ error }) => isCancelled(error)) ? undefined : images;
  }

  async function runTask(task: JobTask, signal: AbortSignal, onStart: (id: string) => void): Promise<TaskResult> {
    try {
      const order = task.order();
      return await heard({ task, order, ...(await runner.run(order, task.place, signal, onStart)) });
    } catch (error) {
      return heard({ task, images: [], link: 'none', error });
    }
  }

  async function heard(result: TaskResult): Promise<TaskResult> {
    await result.task.onResult?.(result).catch((error: unknown) => showBug(error, log));
    return result;
  }

  /** Shows every result, one message for all that failed in the same way, and lets go of what nobody needs any more. */
  async function report(results: readonly TaskResult[]): Promise<void> {
    for (const { task, error } of results) if (error === undefined) task.place?.anchor.dispose();
    const recovered = results.flatMap((result) => result.recovered ?? []);
    const saved = results.map(
      async (result) =>
        result.order && result.images.length > 0 && !result.task.isTold && showSaved(result, result.order),
    );
    const failed = sameFailures(results).map(showGroup);
    const shown = await Promise.allSettled([showRecovered(recovered), ...saved, ...failed]);
    for (const one of shown) if (one.status === 'rejected') void showBug(one.reason, log);
  }

  /** A button may hand the tasks on to another run, which then lets go of them. */
  async function showGroup(group: readonly TaskResult[]): Promise<void> {
    let goesOn = false;
    const goOn = (work: () => Promise<unknown>): void => {
      goesOn = true;
      work().catch((error: unknown) => showBug(error, log));
    };
    await showFailure(group[0]?.error, handlersFor(group, goOn), log);
    if (goesOn) return;
    for (const { task, error, received = [] } of group) {
      task.place?.anchor.dispose();
      // Closing the message is an answer to "Keep It Anyway", and none to where a picture is to be saved.
      if (isImageFailure(error) && error.failure.kind === 'refused') runner.giveUp(received);
      else runner.leave(received);
    }
  }

  function handlersFor(group: readonly TaskResult[], goOn: (work: () => Promise<unknown>) => void): FailureHandlers {
    const [first] = group;
    // Several black pictures of one job are one message, and all of them were paid for.
    const keepAll = async (at?: Uri): Promise<void> => {
      if (!first?.order) return;
      const { task, order } = first;
      const results: TaskResult[] = [];
      for (const picture of first.received ?? []) {
        results.push({
          task,
          order,
          ...(await runner.keep(order, task.place, picture, results.length > 0 ? undefined : at)),
        });
      }
      await report(results);
    };
    const again = (change: (order: Order) => Order = (order) => order): void =>
      goOn(() => {
        for (const { received = [] } of group) runner.giveUp(received);
        return runTasks(group.map((result) => changed(tryAgain(result), change)));
      });
    return {
      retry: () => again(),
      draft: () => again(draftsOf),
      retryWith: (choice) => again((order) => withModel(order, choice)),
      ...tokenHandlers(tokens, askForToken),
      allowMore: () => runner.allow(sum(group.map(({ order }) => order?.requests.length ?? 1))),
      keepAnyway: () => goOn(() => keepAll()),
      saveAs: (received) =>
        goOn(async () => {
          const at = await askWhere(received, first?.order);
          // Thinking better of it must not cost the picture.
          await (at ? keepAll(at) : report(group));
        }),
    };
  }

  return runTasks;
}

/**
 * Failures that read the same are one message: five selections without a token must not be five notifications. One
 * that holds a picture stands alone, for its buttons are about that picture.
 */
function sameFailures(results: readonly TaskResult[]): readonly (readonly TaskResult[])[] {
  const groups = new Map<unknown, TaskResult[]>();
  for (const result of results) {
    if (result.error === undefined) continue;
    const key = sameness(result.error);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()];
}

function sameness(error: unknown): unknown {
  if (!isImageFailure(error)) return String(error);
  return receivedIn(error) ? error : wordsFor(error.failure).text;
}

/** What was made or begun is not paid for twice; where nothing was, the settings of now count. */
function tryAgain({ task, order, ...result }: TaskResult): JobTask {
  const left = order && leftOver(order, result);
  return left ? { ...task, order: () => left } : task;
}

function changed(task: JobTask, change: (order: Order) => Order): JobTask {
  return { ...task, order: () => change(task.order()) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
