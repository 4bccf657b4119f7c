import assert from 'node:assert/strict';
import type { HistoryChange } from '../../../../src/core/history/event.ts';
import { parseEvent } from '../../../../src/core/history/parseEvent.ts';
import { nastyRecord } from '../metadata/records.ts';
import { pseudoRandom } from '../pseudoRandom.ts';
import { event, handle, image, job } from './events.ts';

const full = image('a', {
  record: nastyRecord,
  ignored: ['steps', 'scheduler'],
  document: 'untitled:Untitled-1',
  languageId: 'markdown',
  cost: { computeSeconds: 1.5, billableUnits: 1 },
});

const changes: { readonly [T in HistoryChange['type']]: Extract<HistoryChange, { readonly type: T }> } = {
  imageSaved: { type: 'imageSaved', image: full },
  imageMoved: { type: 'imageMoved', image: 'a', uri: 'vscode-vfs://github/x/y.png' },
  documentMoved: { type: 'documentMoved', image: 'a', document: 'file:///x.md' },
  favourite: { type: 'favourite', image: 'a', on: false },
  imageDeleted: { type: 'imageDeleted', image: 'a' },
  imageForgotten: { type: 'imageForgotten', image: 'a' },
  jobStarted: { type: 'jobStarted', job: { ...job('j'), document: 'file:///x.md', languageId: 'html' } },
  jobSaving: { type: 'jobSaving', job: 'j', folder: '/home/me/a b' },
  jobAccepted: { type: 'jobAccepted', job: 'j', prompt: 'x', handle: handle('/fal-ai/flux/requests/1') },
  jobSettled: { type: 'jobSettled', job: 'j', key: 'fal-ai /fal-ai/flux/requests/1' },
  jobTaken: { type: 'jobTaken', job: 'j' },
  jobDismissed: { type: 'jobDismissed', job: 'j' },
  jobEnded: { type: 'jobEnded', job: 'j' },
};

describe('parseEvent', () => {
  for (const change of Object.values(changes)) {
    it(`reads back ${change.type}, and nothing of it when it is cut`, () => {
      const line = JSON.stringify(event(3, change, '1f0c33aa-4711-m3k9x2-90ab12cd'));
      assert.deepEqual(parseEvent(line), JSON.parse(line));
      for (let end = 0; end < line.length; end += 1) assert.equal(parseEvent(line.slice(0, end)), undefined);
    });
  }

  it('takes no line for more than it is', () => {
    const base = event(1, changes.imageSaved);
    const wrong: readonly unknown[] = [
      { ...event(1, changes.jobAccepted), handle: { ...handle('/x'), version: 2 } },
      { ...event(1, changes.jobAccepted), prompt: 5 },
      { ...event(1, changes.jobSettled), key: 5 },
      null,
      [],
      'x',
      {},
      { ...base, id: 'w' },
      { ...base, id: 'w.1e3' },
      { ...base, id: 'w.-1' },
      { ...base, id: 'w.' },
      { ...base, id: '.1' },
      { ...base, at: '1' },
      { ...base, at: Number.MAX_VALUE },
      { ...base, type: 'imagePraised' },
      { ...base, type: '__proto__' },
      { ...base, type: 'constructor' },
      { ...base, image: [] },
      { ...base, image: { ...full, id: '' } },
      { ...base, image: { ...full, id: 'x'.repeat(101) } },
      { ...base, image: { ...full, uri: 'assets/a.png' } },
      { ...base, image: { ...full, uri: 'file:////server/a.png' } },
      { ...base, image: { ...full, bytes: -1 } },
      { ...base, image: { ...full, format: 'toString' } },
      { ...base, image: { ...full, ignored: 'steps' } },
      { ...base, image: { ...full, ignored: ['mood'] } },
      { ...base, image: { ...full, document: 'docs/page.md' } },
      { ...base, image: { ...full, record: null } },
      { ...base, image: { ...full, record: { ...nastyRecord, parameters: { steps: 'many' } } } },
      { ...base, image: { ...full, record: { ...nastyRecord, parameters: { seed: 5 } } } },
      { ...base, image: { ...full, record: { ...nastyRecord, version: 2 } } },
      { ...base, image: { ...full, record: { ...nastyRecord, prompt: 5 } } },
      { ...base, image: { ...full, record: { ...nastyRecord, width: 0 } } },
      { ...base, image: { ...full, record: { ...nastyRecord, createdAt: 'yesterday' } } },
      event(1, { ...changes.favourite, on: 1 as never }),
      event(1, { ...changes.jobStarted, job: { ...job('j'), asked: [] as never } }),
      event(1, { ...changes.jobStarted, job: { ...job('j'), startedAt: Number.NaN } }),
      event(1, { ...changes.jobSaving, folder: '' }),
    ];
    for (const value of wrong) assert.equal(parseEvent(JSON.stringify(value)), undefined, JSON.stringify(value));
  });

  it('takes no notice of fields that a later version has added', () => {
    const later = { ...full, mood: 1, record: { ...nastyRecord, mood: 2, parameters: { seed: '12', mood: 3 } } };
    const line = JSON.stringify({ ...event(1, { type: 'imageSaved', image: later }), mood: 4 });
    assert.deepEqual(parseEvent(line), JSON.parse(line));
  });

  it('never throws at garbage', () => {
    const random = pseudoRandom(3);
    const line = JSON.stringify(event(1, changes.imageSaved));
    const parts = [
      ...'{ } [ ] " : , \\ \u0000 \ufffd'.split(' '),
      'null',
      '1e999',
      '"type"',
      '"imageSaved"',
      line.slice(0, 90),
      line.slice(50),
    ];
    for (let round = 0; round < 5000; round += 1) {
      const at = random.below(line.length);
      assert.doesNotThrow(() =>
        parseEvent(line.slice(0, at) + random.text(parts, 3) + line.slice(at + random.below(5))),
      );
    }
    assert.doesNotThrow(() => parseEvent('['.repeat(1_000_000)));
  });
});
