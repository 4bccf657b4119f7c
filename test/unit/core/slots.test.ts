import assert from 'node:assert/strict';
import { createSlots, type Waiting } from '../../../src/core/slots.ts';

const patient: Waiting = { onAhead: () => undefined, onLeave: () => undefined };

/** Work whose end the test decides. */
function work(): { readonly run: () => Promise<void>; readonly end: () => void; readonly started: () => boolean } {
  let end = (): void => undefined;
  let started = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    run: () => {
      started = true;
      return ended;
    },
    end: () => {
      end();
    },
    started: () => started,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createSlots', () => {
  it('runs as many at a time as the limit says, in the order they came', async () => {
    const slots = createSlots(() => 2);
    const works = [work(), work(), work()] as const;
    const runs = works.map((one) => slots.run(one.run, patient));
    await turn();
    assert.deepEqual(
      works.map((one) => one.started()),
      [true, true, false],
    );
    works[0].end();
    await turn();
    assert.ok(works[2].started());
    works[1].end();
    works[2].end();
    await Promise.all(runs);
  });

  it('frees its place when the work fails', async () => {
    const slots = createSlots(() => 1);
    await assert.rejects(
      slots.run(() => Promise.reject(new Error('no')), patient),
      /no/,
    );
    assert.equal(await slots.run(() => Promise.resolve('next'), patient), 'next');
  });

  it('tells how many are ahead and lets one leave the line', async () => {
    const slots = createSlots(() => 1);
    const first = work();
    const running = slots.run(first.run, patient);
    const ahead: number[] = [];
    let leave: ((reason: Error) => void) | undefined;
    const gone = slots.run(() => Promise.resolve(), { onAhead: () => undefined, onLeave: (one) => (leave = one) });
    const last = slots.run(() => Promise.resolve(), { onAhead: (n) => ahead.push(n), onLeave: () => undefined });
    leave?.(new Error('left'));
    await assert.rejects(gone, /left/);
    assert.deepEqual([ahead[0], ahead.at(-1)], [1, 0]);
    first.end();
    await Promise.all([running, last]);
  });
});
