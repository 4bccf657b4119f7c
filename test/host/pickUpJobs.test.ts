// What a provider still works on when a window goes is picked up by the next one: it was paid for.
import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { withModel, type Order } from '../../src/editor/generate/order.ts';
import type { JobResult } from '../../src/editor/generate/jobResult.ts';
import type { JobRunner } from '../../src/editor/generate/runJob.ts';
import { createRunTasks, type JobTask } from '../../src/editor/generate/runTasks.ts';
import type { History } from '../../src/editor/history/history.ts';
import { resumedOrder } from '../../src/editor/history/historyJob.ts';
import { pickUpJobs } from '../../src/editor/history/pickUpJobs.ts';
import { leftOver } from '../../src/editor/generate/leftOver.ts';
import { createFoundLinks, type FoundLinks } from '../../src/editor/links/foundLinks.ts';
import { createFollowTarget } from '../../src/editor/missing/followTarget.ts';
import { clearWorkspace, exists, setSettings, workspaceFolder } from './depict.ts';
import { openWindow } from './historyWindow.ts';
import { noSource, openJobWindow, orderFor, type JobWindow } from './jobWindow.ts';
import { writeText } from './openAt.ts';
import { otherProcess } from './otherProcess.ts';
import { person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';
import { thisProcess, writerName } from '../../src/files/writer.ts';

describe('a job that a provider has accepted', () => {
  const service = withService();
  let folder = '';
  const open: JobWindow[] = [];
  const links: FoundLinks = createFoundLinks();

  after(() => links.dispose());
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(await realpath(tmpdir()), 'depict-pick-up-')), 'history');
    await setSettings({ provider: 'fal-ai' });
  });
  afterEach(async () => {
    for (const window of open.splice(0)) window.close();
    await rm(path.dirname(folder), { recursive: true, force: true });
    await clearWorkspace();
  });

  function jobWindow(history: History, limit = 2): JobWindow {
    const window = openJobWindow(history, limit);
    open.push(window);
    return window;
  }

  /** Picks up what there is; resolves with what came of it. */
  async function pickUp(history: History): Promise<readonly JobResult[]> {
    const { runner } = jobWindow(history);
    const results: JobResult[] = [];
    let recovered = 0;
    let looked = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      looked = resolve;
    });
    const run = async (tasks: readonly JobTask[]): Promise<void> => {
      results.push(...(await Promise.all(tasks.map((task) => runner.run(task.order(), undefined, undefined)))));
      looked();
    };
    const recover = (): Promise<number> => Promise.resolve((recovered += 1));
    const watching = pickUpJobs(history, orderFor, recover, run, createFollowTarget(links), { error: assert.fail });
    await history.refresh();
    if (history.interrupted.some(({ accepted }) => accepted.length > 0)) await done;
    watching.dispose();
    assert.equal(recovered, results.length > 0 ? 1 : 0);
    return results;
  }

  const sent = (method: string): number => service.api.requests.filter((request) => request.method === method).length;
  const silentStatus = { on: 'GET *status', fault: 'silent' } as const;

  /** A window whose job was accepted, and which was killed while the provider works on it. */
  async function killedWhileWaiting(order: Order, limit = 2): Promise<void> {
    service.api.setFaults([silentStatus]);
    const { history, kill } = openWindow(folder);
    const controller = new AbortController();
    const pending = jobWindow(history, limit).runner.run(order, undefined, controller.signal);
    await service.api.received(3 * order.requests.length);
    await kill();
    service.api.setFaults([]);
    // What the dead window's own client does no more.
    service.api.setFaults([{ on: 'PUT *', fault: 'silent' }]);
    void pending;
  }

  it('is picked up by the next window, is the same picture, and is not asked for again', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a red fox', seed: 7 }, noSource));
    const { history } = openWindow(folder);
    const [result] = await pickUp(history);
    assert.equal(result?.error, undefined);
    const [image] = result?.images ?? [];
    assert.deepEqual([image?.prompt, image?.seed, image?.provider], ['a red fox', '7', 'fal-ai']);
    assert(image && (await exists(image.uri)));
    assert.equal(sent('POST'), 1);
    assert.deepEqual(history.interrupted, []);
    assert.equal(history.images.length, 1);

    await history.flush();
    const later = openWindow(folder).history;
    await later.refresh();
    assert.deepEqual([later.interrupted, later.images.length], [[], 1]);
  });

  it('is not taken back when the window is closed', async () => {
    service.api.setFaults([silentStatus]);
    const { history, kill } = openWindow(folder);
    const window = jobWindow(history);
    const pending = window.runner.run(orderFor({ prompt: 'a blue whale' }, noSource), undefined, undefined);
    await service.api.received(3);
    window.close();
    const { error } = await pending;
    assert(error);
    await kill();
    assert.equal(sent('PUT'), 0);
    service.api.setFaults([]);
    const [result] = await pickUp(openWindow(folder).history);
    assert.equal(result?.images.length, 1);
    assert.equal(sent('POST'), 1);
  });

  it('is over when it is cancelled, and is not picked up', async () => {
    service.api.setFaults([silentStatus]);
    const { history, kill } = openWindow(folder);
    const controller = new AbortController();
    const order = orderFor({ prompt: 'a green frog' }, noSource);
    const pending = jobWindow(history).runner.run(order, undefined, controller.signal);
    await service.api.received(3);
    controller.abort();
    await pending;
    assert.equal(sent('PUT'), 1);
    await kill();
    assert.deepEqual(await pickUp(openWindow(folder).history), []);
  });

  it('is taken back with all others that were to be picked up, when that is cancelled', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a green frog', count: 3, seed: 1 }, noSource), 3);
    service.api.setFaults([silentStatus]);
    const { history } = openWindow(folder);
    await history.refresh();
    const [cut] = history.interrupted;
    assert(cut && (await history.takeJob(cut.id)));
    const order = resumedOrder(cut, [], orderFor);
    assert(order);
    const controller = new AbortController();
    const pending = jobWindow(history, 1).runner.run(order, undefined, controller.signal);
    const before = service.api.requests.length;
    await service.api.received(before + 1);
    controller.abort();
    await pending;
    assert.equal(sent('PUT'), 3);
    assert.deepEqual(history.interrupted, []);
    await history.flush();
    assert.deepEqual(await pickUp(openWindow(folder).history), []);
  });

  it('is not asked for again with another model, and its job does not run twice', async () => {
    service.api.setFaults([{ on: 'GET *status', fault: 'badToken' }]);
    const { history } = openWindow(folder);
    const { runner } = jobWindow(history);
    const order = orderFor({ prompt: 'a wren' }, noSource);
    const failed = await runner.run(order, undefined, undefined);
    const left = leftOver(order, failed);
    assert(left);
    service.api.setFaults([]);
    const other = withModel(left, { model: 'Qwen/Qwen-Image', provider: 'fal-ai' });
    const [one, two] = await Promise.all([
      runner.run(other, undefined, undefined),
      runner.run(left, undefined, undefined),
    ]);
    assert.deepEqual([one.images.length, two.images.length], [1, 0]);
    assert.equal(one.images[0]?.model, order.requests[0].model);
    assert.equal(sent('POST'), 1);
    assert.deepEqual((await runner.run(left, undefined, undefined)).images, []);
  });

  it('is picked up by one of two windows only', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a red fox' }, noSource));
    const [one, other] = [openWindow(folder).history, openWindow(folder).history];
    await Promise.all([one.refresh(), other.refresh()]);
    const [cut] = one.interrupted;
    assert(cut);
    const taken = await Promise.all([one.takeJob(cut.id), other.takeJob(cut.id)]);
    assert.equal(taken.filter(Boolean).length, 1);
    assert.equal(await (taken[0] ? other : one).takeJob(cut.id), false);
    await Promise.all([one.refresh(), other.refresh()]);
    assert.deepEqual([one.interrupted, other.interrupted], [[], []]);
  });

  it('is picked up also where another window had won it first, and went as well', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a red fox' }, noSource));
    const { history: theirs, kill } = openWindow(folder);
    await theirs.refresh();
    const [cut] = theirs.interrupted;
    assert(cut);
    const other = await otherProcess();
    const { history } = openWindow(folder);
    const found: JobTask[] = [];
    let lost = false;
    // Between looking and taking, the other window takes it.
    const recover = async (): Promise<void> => {
      if (lost) return;
      lost = true;
      assert(await theirs.takeJob(cut.id));
      await kill(`${writerName({ ...thisProcess(), process: other.id })}-0123abcd`);
    };
    const run = async (tasks: readonly JobTask[]): Promise<void> => void found.push(...tasks);
    const log = { error: assert.fail };
    const watching = pickUpJobs(history, orderFor, recover, run, createFollowTarget(links), log, 10);
    try {
      await until(() => history.hasOthersAccepted);
      await other.end();
      await until(() => found.length === 1);
    } finally {
      await other.end();
      watching.dispose();
    }
  });

  it('is left to the next window by one that goes while it looks', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a red fox' }, noSource));
    const { history } = openWindow(folder);
    let goesOn = (): void => undefined;
    let looks = (): void => undefined;
    const looking = new Promise<void>((resolve) => {
      looks = resolve;
    });
    const recovering = new Promise<void>((resolve) => {
      goesOn = resolve;
    });
    const recover = (): Promise<void> => {
      looks();
      return recovering;
    };
    const run = (): Promise<void> => assert.fail('it runs');
    const watching = pickUpJobs(history, orderFor, recover, run, createFollowTarget(links), { error: assert.fail });
    await looking;
    watching.dispose();
    goesOn();
    await new Promise((resolve) => setImmediate(resolve));
    await history.refresh();
    assert.deepEqual(
      history.interrupted.map(({ isOwn }) => isOwn),
      [false],
    );
  });

  it('stays on the list when going on with what is left of it would go past the limit', async () => {
    service.api.setFaults([{ on: 'GET *status', fault: 'badToken' }]);
    const { history } = openWindow(folder);
    const { runner } = jobWindow(history);
    const order = orderFor({ prompt: 'a wren' }, noSource);
    const left = leftOver(order, await runner.run(order, undefined, undefined));
    assert(left?.goesOn);
    service.api.setFaults([]);
    assert.equal((await runner.run(orderFor({ prompt: 'a heron' }, noSource), undefined, undefined)).images.length, 1);
    await setSettings({ provider: 'fal-ai', maxImagesPerSession: 1 });
    const anew: Order = { ...left, goesOn: { ...left.goesOn, accepted: new Map() } };
    assert.match(String((await runner.run(anew, undefined, undefined)).error), /invalidRequest/);
    assert.equal(history.interrupted.length, 1);
    const { error, images } = await runner.run(left, undefined, undefined);
    assert.deepEqual([error, images.length, history.interrupted], [undefined, 1, []]);
  });

  it('keeps its picture where a bug of ours is in the way of saving it', async () => {
    const { history } = openWindow(folder);
    const { runner } = jobWindow(history);
    const order = orderFor({ prompt: 'an nsfw fox' }, noSource);
    const { received = [] } = await runner.run(order, undefined, undefined);
    const [picture] = received;
    assert(picture);
    const broken: Order = { ...order, pattern: undefined as never };
    const result = await runner.keep(broken, undefined, picture);
    assert(result.error instanceof TypeError);
    assert.deepEqual(result.received, [picture]);
    assert.equal((await runner.keep(order, undefined, picture)).images.length, 1);
  });

  it('is picked up when its window goes while this one is open, and nothing else happens', async () => {
    service.api.setFaults([silentStatus]);
    const { history: theirs, kill } = openWindow(folder);
    void jobWindow(theirs).runner.run(orderFor({ prompt: 'a red fox' }, noSource), undefined, undefined);
    await service.api.received(3);
    const other = await otherProcess();
    await kill(`${writerName({ ...thisProcess(), process: other.id })}-0123abcd`);
    service.api.setFaults([]);

    const { history } = openWindow(folder);
    const found: JobTask[] = [];
    const run = async (tasks: readonly JobTask[]): Promise<void> => void found.push(...tasks);
    const nothing = (): Promise<void> => Promise.resolve();
    const log = { error: assert.fail };
    const watching = pickUpJobs(history, orderFor, nothing, run, createFollowTarget(links), log, 10);
    try {
      await history.refresh();
      assert.deepEqual([history.hasOthersAccepted, history.interrupted, found], [true, [], []]);
      await other.end();
      await until(() => found.length === 1);
      assert.equal(history.hasOthersAccepted, false);
    } finally {
      await other.end();
      watching.dispose();
    }
  });

  it('is one of several: the others stay on the list, to be made when told to', async () => {
    const order = orderFor({ prompt: 'a heron', count: 2, seed: 5 }, noSource);
    service.api.setFaults([silentStatus, { on: 'POST *', nth: 2, fault: 'silent' }]);
    const { history: first, kill } = openWindow(folder);
    const window = jobWindow(first);
    void window.runner.run(order, undefined, undefined);
    await service.api.received(5);
    await kill();
    service.api.setFaults([]);

    const { history } = openWindow(folder);
    const [result] = await pickUp(history);
    assert.equal(result?.images.length, 1);
    const [left] = history.interrupted;
    assert.deepEqual([left?.accepted, left?.isOwn], [[], true]);
    assert.deepEqual(
      history.images.map(({ group }) => group),
      [left?.id],
    );
  });

  it('that could not be asked about goes on when tried again, without being asked for again', async () => {
    service.api.setFaults([{ on: 'GET *status', nth: [1, 2, 3, 4, 5, 6, 7, 8, 9], fault: 'badToken' }]);
    const { history } = openWindow(folder);
    const { runner } = jobWindow(history);
    const order = orderFor({ prompt: 'a wren' }, noSource);
    const failed = await runner.run(order, undefined, undefined);
    assert.equal(failed.goesOn?.accepted.size, 1);
    assert.equal(history.interrupted.length, 1);
    // Told to the user already: not tried again by itself.
    assert.deepEqual(await pickUpOnce(history), []);

    service.api.setFaults([]);
    const left = leftOver(order, failed);
    assert(left);
    const again = await runner.run(left, undefined, undefined);
    assert.equal(again.images.length, 1);
    assert.equal(sent('POST'), 1);
    assert.deepEqual(history.interrupted, []);
  });

  async function pickUpOnce(history: History): Promise<readonly JobTask[]> {
    const tasks: JobTask[] = [];
    const run = async (found: readonly JobTask[]): Promise<void> => void tasks.push(...found);
    const watching = pickUpJobs(history, orderFor, () => Promise.resolve(), run, createFollowTarget(links), {
      error: assert.fail,
    });
    await history.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    watching.dispose();
    return tasks;
  }

  /** The picture comes from the provider, and its folder has become a file meanwhile. */
  async function failsToSave(runner: JobRunner, order: Order): Promise<JobResult> {
    const assets = vscode.Uri.joinPath(workspaceFolder(), 'assets');
    const release = service.hold();
    const pending = runner.run(order, undefined, undefined);
    await service.api.received(1);
    await writeText(assets, 'a file');
    release();
    const result = await pending;
    assert.match(String(result.error), /notSaved/);
    await vscode.workspace.fs.delete(assets);
    return result;
  }

  it('whose picture could not be saved is fetched once more when the window goes before that is answered', async () => {
    const { history, kill } = openWindow(folder);
    const { runner } = jobWindow(history);
    const { received, goesOn } = await failsToSave(runner, orderFor({ prompt: 'a red fox' }, noSource));
    assert.deepEqual([received?.length, goesOn, history.interrupted], [1, undefined, []]);
    await kill();
    const later = openWindow(folder).history;
    const [result] = await pickUp(later);
    assert.deepEqual([result?.error, result?.images.length, sent('POST')], [undefined, 1, 1]);
    assert.deepEqual([later.interrupted, later.images.length], [[], 1]);
  });

  it('whose picture was refused is shown once more when the window goes before that is answered', async () => {
    const { history, kill } = openWindow(folder);
    await jobWindow(history).runner.run(orderFor({ prompt: 'an nsfw fox' }, noSource), undefined, undefined);
    await kill();
    const [result] = await pickUp(openWindow(folder).history);
    assert.match(String(result?.error), /refused/);
    assert.deepEqual([result?.received?.length, sent('POST')], [1, 1]);
  });

  it('is over when its picture is kept after all, or given up', async () => {
    const kept = openWindow(folder);
    const order = orderFor({ prompt: 'an nsfw fox', count: 2, seed: 3 }, noSource);
    const { runner } = jobWindow(kept.history);
    const { received = [] } = await runner.run(order, undefined, undefined);
    const [first, second] = received;
    assert(first && second);
    assert.equal((await runner.keep(order, undefined, first)).images.length, 1);
    runner.giveUp([second]);
    await kept.kill();
    const { history } = openWindow(folder);
    assert.deepEqual(await pickUp(history), []);
    assert.deepEqual([history.interrupted, history.images.length, sent('POST')], [[], 1, 2]);
  });

  it('stays on the list when its picture could not be saved and nobody says where else', async () => {
    const { history } = openWindow(folder);
    const { runner } = jobWindow(history);
    const order = orderFor({ prompt: 'a red fox' }, noSource);
    runner.leave((await failsToSave(runner, order)).received ?? []);
    const [left] = history.interrupted;
    assert(left);
    assert.deepEqual([left.isOwn, left.accepted.length], [true, 1]);
    const again = resumedOrder(left, [], orderFor);
    assert(again);
    const { images } = await runner.run(again, undefined, undefined);
    assert.deepEqual([images.length, sent('POST'), history.interrupted], [1, 1, []]);
  });

  it('is given up by closing the message of a refused picture, not by closing that of one without a place', async () => {
    const { history, kill } = openWindow(folder);
    const { runner, jobs } = jobWindow(history);
    const log = vscode.window.createOutputChannel('Depict test', { log: true });
    const tokens = { ambient: () => Promise.resolve(undefined), allowAmbient: () => Promise.resolve() };
    const nothing = (): Promise<void> => Promise.resolve();
    const refused = orderFor({ prompt: 'an nsfw fox' }, noSource);
    for (const run of [
      () => runner.run(refused, undefined, undefined),
      () => failsToSave(runner, orderFor({ prompt: 'a red fox' }, noSource)),
    ]) {
      const runTasks = createRunTasks(jobs, { ...runner, run }, tokens, () => Promise.resolve(false), nothing, log);
      const somebody = person();
      await runTasks([{ order: () => refused, place: undefined }]);
      await somebody.message();
      // What is done with the answer needs no more than that.
      await new Promise((resolve) => setImmediate(resolve));
      somebody.leave();
    }
    log.dispose();
    await kill();
    const later = openWindow(folder).history;
    await later.refresh();
    assert.deepEqual(
      later.interrupted.map(({ asked }) => asked['prompt']),
      ['a red fox'],
    );
  });

  it('that the provider has lost stays on the list, to be made anew when told to', async () => {
    await killedWhileWaiting(orderFor({ prompt: 'a red fox' }, noSource));
    service.api.setFaults([{ on: 'GET *', fault: 'jobLost' }]);
    const { history } = openWindow(folder);
    const [result] = await pickUp(history);
    assert.match(String(result?.error), /jobLost/);
    const [left] = history.interrupted;
    assert.deepEqual(left?.accepted, []);
    assert.equal(sent('POST'), 1);
  });
});
