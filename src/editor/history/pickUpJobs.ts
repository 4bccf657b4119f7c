/** Picks up what providers were still making when a window went: it is paid for. */
import { window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { Order, OrderFor } from '../generate/order.ts';
import type { JobResult } from '../generate/jobResult.ts';
import type { JobTask } from '../generate/runTasks.ts';
import type { FollowTarget } from '../missing/followTarget.ts';
import type { History } from './history.ts';
import { acceptedOrder, resumedOrder } from './historyJob.ts';
import type { InterruptedJob } from './jobHistory.ts';

type PickUpHistory = Pick<
  History,
  'refresh' | 'onDidChange' | 'images' | 'interrupted' | 'hasOthersAccepted' | 'takeJob' | 'jobLeft' | 'jobEnded'
>;

/** Asking whether a process still runs is cheap, and a picture that waits this long is not lost. Milliseconds. */
const betweenLooks = 30_000;

/**
 * Each job as soon as the history tells of it, which this reads by itself. Nothing is sent in Restricted Mode.
 * @param recover finds pictures that had arrived already, so that they are not fetched once more
 * @param run as a user's own job, with its progress and its messages
 * @param pause milliseconds between two looks, as long as another window works on what was accepted
 */
export function pickUpJobs(
  history: PickUpHistory,
  orderFor: OrderFor,
  recover: () => Promise<unknown>,
  run: (tasks: readonly JobTask[]) => Promise<unknown>,
  follow: FollowTarget,
  log: Pick<LogOutputChannel, 'error'>,
  pause = betweenLooks,
): Disposable {
  /** Jobs that are being taken. What came of that is in the history: taken ones are this window's own. */
  const taking = new Set<string>();
  let next: NodeJS.Timeout | undefined;
  let isOver = false;

  function look(): void {
    if (isOver || !workspace.isTrusted) return;
    const found = history.interrupted.filter((job) => !job.isOwn && job.accepted.length > 0 && !taking.has(job.id));
    for (const { id } of found) taking.add(id);
    if (found.length > 0) void pickUp(found).catch((error: unknown) => log.error(String(error)));
    if (history.hasOthersAccepted) lookLater();
  }

  function lookLater(): void {
    if (!isOver) next ??= setTimeout(lookAgain, pause);
  }

  function lookAgain(): void {
    next = undefined;
    refreshAndLook();
  }

  function refreshAndLook(): void {
    void history.refresh().then(look);
  }

  async function pickUp(found: readonly InterruptedJob[]): Promise<void> {
    const tasks = (await take(found)).flatMap((job) => taskFor(job) ?? []);
    if (tasks.length > 0) await run(tasks);
  }

  async function take(found: readonly InterruptedJob[]): Promise<readonly InterruptedJob[]> {
    try {
      await recover();
      // What is taken by a window that goes would have to be found once more by the next one.
      if (isOver) return [];
      const taken = await Promise.all(
        found.map(async (job) => ((await history.takeJob(job.id).catch(() => false)) ? [job] : [])),
      );
      // Another window has won it, which may go as well.
      if (taken.some(({ length }) => length === 0)) lookLater();
      return isOver ? [] : taken.flat();
    } finally {
      for (const { id } of found) taking.delete(id);
    }
  }

  /** What cannot be picked up stays on the list of interrupted jobs. */
  function taskFor(job: InterruptedJob): JobTask | undefined {
    try {
      const whole = resumedOrder(job, history.images, orderFor);
      const order = whole && acceptedOrder(whole);
      if (order) return { order: () => order, place: undefined, onResult: (result) => followPlace(order, result) };
      if (whole) history.jobLeft(job.id);
      else history.jobEnded(job.id);
    } catch (error) {
      log.error(String(error));
      history.jobLeft(job.id);
    }
    return undefined;
  }

  /** The link was there before the image, and its document may be any that is open now. */
  async function followPlace({ place, home }: Order, { images: [made] }: JobResult): Promise<void> {
    if (place && home.document && made) await follow(place.uri, made.uri, [home.document]);
  }

  refreshAndLook();
  // A window that was just closed may live on for a moment, or goes while this one is in use: its jobs are found later.
  const watching = [
    history.onDidChange(look),
    workspace.onDidGrantWorkspaceTrust(look),
    window.onDidChangeWindowState(({ focused }) => focused && refreshAndLook()),
  ];
  return {
    dispose() {
      isOver = true;
      clearTimeout(next);
      watching.forEach((one) => one.dispose());
    },
  };
}
