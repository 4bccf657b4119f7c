import assert from 'node:assert/strict';
import type { HistoryEvent } from '../../../../src/core/history/event.ts';
import { createLedger, type Ledger } from '../../../../src/core/history/ledger.ts';
import type { Cost } from '../../../../src/core/spend/cost.ts';
import { pseudoRandom } from '../pseudoRandom.ts';
import { handleKey } from '../../../../src/core/jobHandle.ts';
import { event, handle, image, job, saved } from './events.ts';

function ledgerOf(...events: readonly HistoryEvent[]): Ledger {
  const ledger = createLedger();
  for (const one of events) ledger.add(one);
  return ledger;
}

const ids = ({ images }: Ledger): string[] => images.map(({ id }) => id);

describe('the ledger of a history', () => {
  it('lists images, newest first, with all that was saved of them', () => {
    const ledger = ledgerOf(saved(1, 'a'), saved(2, 'b'), saved(1, 'c', 'other', 5000));
    assert.deepEqual(ids(ledger), ['c', 'b', 'a']);
    assert.deepEqual(ledger.image('a'), { ...image('a'), savedAt: 1001, favourite: false, deleted: false });
    assert.equal(ledger.lastSequence, 2);
  });

  it('puts the later of two images of one millisecond first, past sequence 9, too', () => {
    assert.deepEqual(ids(ledgerOf(saved(9, 'a', 'w', 5), saved(10, 'b', 'w', 5), saved(11, 'c', 'w', 5))), [
      'c',
      'b',
      'a',
    ]);
  });

  it('keeps what an image took, and the image where that cannot be read', () => {
    const costing = (id: string, cost: unknown): HistoryEvent =>
      event(1, { type: 'imageSaved', image: image(id, { cost: cost as Cost }) });
    const ledger = ledgerOf(
      costing('a', { computeSeconds: 2 }),
      costing('b', 'much'),
      costing('c', { computeSeconds: '2' }),
    );
    assert.deepEqual(ledger.image('a')?.cost, { computeSeconds: 2 });
    for (const id of ['b', 'c']) {
      const found = ledger.image(id);
      assert.ok(found && !('cost' in found), id);
    }
  });

  it('lets the last word count', () => {
    const on = event(2, { type: 'favourite', image: 'a', on: true });
    const off = event(10, { type: 'favourite', image: 'a', on: false });
    assert.equal(ledgerOf(saved(1, 'a'), on).image('a')?.favourite, true);
    assert.equal(ledgerOf(saved(1, 'a'), off, on).image('a')?.favourite, false);
  });

  it('asks the sequence and not the clock which word was the last', () => {
    const on = event(2, { type: 'favourite', image: 'a', on: true }, 'fast', 9_000_000);
    const off = event(3, { type: 'favourite', image: 'a', on: false }, 'slow', 1);
    assert.equal(ledgerOf(saved(1, 'a'), on, off).image('a')?.favourite, false);
  });

  it('keeps a deleted image, marked, until it is moved back', () => {
    const deleted = event(2, { type: 'imageDeleted', image: 'a' });
    const moved = event(3, { type: 'imageMoved', image: 'a', uri: 'file:///b/c.png' });
    assert.equal(ledgerOf(saved(1, 'a'), deleted).image('a')?.deleted, true);
    const back = ledgerOf(moved, deleted, saved(1, 'a')).image('a');
    assert.deepEqual([back?.deleted, back?.uri], [false, 'file:///b/c.png']);
    const again = ledgerOf(saved(1, 'a'), deleted, moved, event(4, { type: 'imageDeleted', image: 'a' })).image('a');
    assert.deepEqual([again?.deleted, again?.uri], [true, 'file:///b/c.png']);
  });

  it('forgets an image for good, whatever is still said about it', () => {
    const forgotten = event(2, { type: 'imageForgotten', image: 'a' });
    const ledger = ledgerOf(
      saved(1, 'a'),
      forgotten,
      event(3, { type: 'favourite', image: 'a', on: true }),
      saved(1, 'a'),
    );
    assert.deepEqual(
      [ids(ledger), ledger.image('a'), ledger.imageAt('file:///assets/a.png')],
      [[], undefined, undefined],
    );
  });

  it('finds an image by where it is, the newest of several and one that is there before one that is not', () => {
    const at = (id: string): HistoryEvent =>
      event(id === 'old' ? 1 : 2, { type: 'imageSaved', image: image(id, { uri: 'file:///x.png' }) });
    assert.equal(ledgerOf(at('old'), at('new')).imageAt('file:///x.png')?.id, 'new');
    const gone = event(3, { type: 'imageDeleted', image: 'new' });
    assert.equal(ledgerOf(at('old'), at('new'), gone).imageAt('file:///x.png')?.id, 'old');
    assert.equal(ledgerOf(at('new'), gone).imageAt('file:///x.png')?.id, 'new');
    const moved = event(4, { type: 'imageMoved', image: 'new', uri: 'file:///y.png' });
    const ledger = ledgerOf(at('new'), moved);
    assert.deepEqual([ledger.imageAt('file:///x.png'), ledger.imageAt('file:///y.png')?.id], [undefined, 'new']);
  });

  it('finds all that were at a place, also those that come after it was asked', () => {
    const ledger = createLedger();
    const at = (uri: string): string[] => ledger.imagesAt(uri).map(({ id }) => id);
    const [here, there] = ['file:///x.png', 'file:///y.png'];
    assert.deepEqual(at(here), []);
    ledger.add(event(1, { type: 'imageSaved', image: image('old', { uri: here }) }));
    ledger.add(event(2, { type: 'imageMoved', image: 'new', uri: here }));
    assert.deepEqual(at(here), ['old']);
    ledger.add(event(3, { type: 'imageSaved', image: image('new', { uri: there }) }));
    assert.deepEqual([at(here), at(there)], [['new', 'old'], []]);
    ledger.add(event(4, { type: 'imageDeleted', image: 'new' }));
    assert.deepEqual([at(here), ledger.imageAt(here)?.id], [['new', 'old'], 'old']);
    ledger.add(event(5, { type: 'imageMoved', image: 'old', uri: there }));
    ledger.add(event(6, { type: 'imageForgotten', image: 'new' }));
    assert.deepEqual([at(here), at(there)], [[], ['old']]);
  });

  it('says whether an event changed something, and keeps the list until one does', () => {
    const ledger = ledgerOf(saved(1, 'a'));
    const { images } = ledger;
    assert.equal(ledger.add(saved(1, 'a')), false);
    assert.equal(ledger.images, images);
    assert.equal(ledger.add(event(2, { type: 'favourite', image: 'a', on: true })), true);
    assert.notEqual(ledger.images, images);
  });

  it('knows the jobs that did not end, and where they were about to save', () => {
    const ledger = ledgerOf(
      event(1, { type: 'jobStarted', job: job('b', 20) }),
      event(2, { type: 'jobStarted', job: job('a', 10) }, 'other'),
      event(3, { type: 'jobStarted', job: job('c', 30) }),
      event(4, { type: 'jobSaving', job: 'b', folder: '/x' }),
      event(5, { type: 'jobSaving', job: 'b', folder: '/y' }),
      event(6, { type: 'jobSaving', job: 'b', folder: '/x' }),
      event(7, { type: 'jobDismissed', job: 'b' }),
      event(8, { type: 'jobEnded', job: 'c' }),
    );
    assert.deepEqual(ledger.jobs, [
      { job: job('a', 10), writer: 'other', saves: [], accepted: [], isDismissed: false },
      {
        job: job('b', 20),
        writer: 'w',
        saves: [
          { folder: '/x', writer: 'w' },
          { folder: '/y', writer: 'w' },
        ],
        accepted: [],
        isDismissed: true,
      },
    ]);
  });

  it('knows what providers have accepted and not been seen to end', () => {
    const accepted = (sequence: number, path: string): HistoryEvent =>
      event(sequence, { type: 'jobAccepted', job: 'a', prompt: 'x', handle: handle(path) });
    const ledger = ledgerOf(
      event(1, { type: 'jobStarted', job: job('a') }),
      accepted(2, '/one'),
      accepted(3, '/two'),
      event(4, { type: 'jobSettled', job: 'a', key: handleKey(handle('/one')) }),
    );
    assert.deepEqual(ledger.jobs[0]?.accepted, [{ prompt: 'x', handle: handle('/two') }]);
    assert.equal(ledger.add(accepted(3, '/two')), false);
  });

  it('gives a job to whoever took it last', () => {
    const ledger = ledgerOf(
      event(1, { type: 'jobStarted', job: job('a') }),
      event(2, { type: 'jobSaving', job: 'a', folder: '/x' }),
      event(3, { type: 'jobTaken', job: 'a' }, 'second'),
      event(4, { type: 'jobSaving', job: 'a', folder: '/x' }, 'second'),
    );
    assert.equal(ledger.jobs[0]?.writer, 'second');
    assert.deepEqual(ledger.jobs[0]?.saves, [
      { folder: '/x', writer: 'w' },
      { folder: '/x', writer: 'second' },
    ]);
  });

  it('keeps the list of jobs until one changes, whatever is still said of those that have ended', () => {
    const ledger = ledgerOf(
      event(1, { type: 'jobStarted', job: job('open') }),
      event(2, { type: 'jobEnded', job: 'over' }),
    );
    const { jobs } = ledger;
    assert.equal(jobs.length, 1);
    const late = [
      event(3, { type: 'jobStarted', job: job('over') }),
      event(4, { type: 'jobSaving', job: 'over', folder: '/x' }),
      event(5, { type: 'jobEnded', job: 'over' }),
    ];
    for (const one of late) assert.equal(ledger.add(one), false);
    assert.equal(ledger.jobs, jobs);
    assert.equal(ledger.add(event(6, { type: 'jobDismissed', job: 'open' })), true);
    assert.equal(ledger.jobs[0]?.isDismissed, true);
  });

  it('comes to the same whatever the order is, and however often an event is read', () => {
    const random = pseudoRandom(7);
    const uris = ['file:///1.png', 'file:///2.png'];
    const change = (id: string): Parameters<typeof event>[1] =>
      random.pick([
        { type: 'imageSaved', image: image(id) },
        { type: 'imageMoved', image: id, uri: random.pick(uris) },
        { type: 'documentMoved', image: id, document: random.pick(uris) },
        { type: 'favourite', image: id, on: random.below(2) === 0 },
        { type: 'imageDeleted', image: id },
        { type: 'jobStarted', job: job(id, Number(id)) },
        { type: 'jobSaving', job: id, folder: random.pick(['/x', '/y']) },
        { type: 'jobAccepted', job: id, prompt: 'x', handle: handle(random.pick(['/one', '/two'])) },
        { type: 'jobSettled', job: id, key: handleKey(handle('/one')) },
        { type: 'jobTaken', job: id },
        { type: random.below(20) === 0 ? 'imageForgotten' : 'favourite', image: id, on: true },
        { type: random.below(5) === 0 ? 'jobEnded' : 'jobDismissed', job: id },
      ] as const);
    const seen = (ledger: Ledger): unknown => [
      ledger.images,
      uris.map((uri) => [ledger.imageAt(uri), ledger.imagesAt(uri)]),
      ledger.jobs.map(({ saves, accepted, ...rest }) => ({
        ...rest,
        saves: saves.map(({ folder, writer }) => `${folder} ${writer}`).toSorted(),
        accepted: accepted.map((one) => one.handle.job).toSorted(),
      })),
      ledger.lastSequence,
    ];
    for (let round = 0; round < 300; round += 1) {
      const events = Array.from({ length: 40 }, (_, index) =>
        event(
          1 + random.below(20),
          change(String(random.below(6))),
          `${random.pick(['w', 'v', 'u'])}${index}`,
          random.below(9),
        ),
      );
      const expected = seen(ledgerOf(...events));
      const shuffled = [...events, ...events]
        .map((one) => [random.below(1e6), one] as const)
        .toSorted(([a], [b]) => a - b);
      assert.deepEqual(seen(ledgerOf(...shuffled.map(([, one]) => one))), expected, `round ${round}`);
    }
  });
});
