// What the sidebar knows of the samplers of the user's own server.
import assert from 'node:assert/strict';
import { ImageFailure } from '../../src/core/failure.ts';
import type { HomeSamplers } from '../../src/core/sidebar/schedulerSuggestions.ts';
import { createServerSamplers } from '../../src/editor/sidebar/form/serverSamplers.ts';

interface Asked {
  readonly signal: AbortSignal;
  readonly answer: (samplers: HomeSamplers) => void;
  readonly fail: (error: unknown) => void;
}

describe('the samplers of the own server', () => {
  /** Answers that are given by hand, in the order in which they were asked for. */
  function start() {
    const asked: Asked[] = [];
    const bugs: unknown[] = [];
    const samplers = createServerSamplers({
      home: {
        models: () => Promise.resolve([]),
        samplers(signal) {
          return new Promise((answer, fail) => asked.push({ signal, answer, fail }));
        },
      },
      onBug: (error) => bugs.push(error),
    });
    let changes = 0;
    samplers.onDidChange(() => (changes += 1));
    return { samplers, asked, bugs, changes: () => changes };
  }

  const named = (name: string): HomeSamplers => ({ samplers: [name], schedules: [] });
  /** What an answer does, it does in microtasks. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('are told when they come, and nothing of an answer that came too late', async () => {
    const { samplers, asked, changes } = start();
    samplers.ask();
    samplers.ask();
    const [first, second] = asked;
    assert.deepEqual([first?.signal.aborted, second?.signal.aborted], [true, false]);
    second?.answer(named('Euler'));
    await settled();
    first?.answer(named('DDIM'));
    await settled();
    assert.deepEqual([samplers.current, changes()], [named('Euler'), 1]);
    samplers.ask();
    assert.equal(samplers.current, undefined);
    samplers.dispose();
    assert.equal(asked[2]?.signal.aborted, true);
  });

  it('are none where the server fails, which is no bug', async () => {
    const { samplers, asked, bugs } = start();
    samplers.ask();
    asked[0]?.fail(new ImageFailure({ kind: 'timedOut', service: 'x', seconds: 5 }));
    await settled();
    assert.deepEqual([samplers.current, bugs], [undefined, []]);
    const bug = new TypeError('ours');
    samplers.ask();
    asked[1]?.fail(bug);
    await settled();
    assert.deepEqual(bugs, [bug]);
    samplers.dispose();
  });
});
