import assert from 'node:assert/strict';
import { createWorkQueue } from '../../../../src/webview/images/workQueue.ts';

describe('createWorkQueue', () => {
  it('does two things at a time, in the order in which they were asked for', async () => {
    const queue = createWorkQueue(2);
    const begun: number[] = [];
    const jobs = [0, 1, 2, 3].map(() => deferred());
    for (const [index, job] of jobs.entries()) {
      queue.add(async () => {
        begun.push(index);
        await job.promise;
      });
    }
    assert.deepEqual(begun, [0, 1]);
    jobs[1]?.resolve();
    await settled();
    assert.deepEqual(begun, [0, 1, 2]);
  });

  it('does not begin what is not wanted any more, and ends what has begun', async () => {
    const queue = createWorkQueue(1);
    const first = deferred();
    const begun: string[] = [];
    const work = (name: string, until?: Promise<unknown>) => async (): Promise<void> => {
      begun.push(name);
      await until;
    };
    const takeFirstBack = queue.add(work('first', first.promise));
    const takeSecondBack = queue.add(work('second'));
    queue.add(work('third'));
    takeFirstBack();
    takeSecondBack();
    first.resolve();
    await settled();
    assert.deepEqual(begun, ['first', 'third']);
  });
});

/** All that follows from a settled promise has been done by then. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve: () => resolve() };
}
