import assert from 'node:assert/strict';
import type { HistoryChange } from '../../../../src/core/history/event.ts';
import { mergeLines } from '../../../../src/core/history/mergeLines.ts';
import { event, image, job } from './events.ts';

const line = (sequence: number, change: HistoryChange): string => JSON.stringify(event(sequence, change));

describe('mergeLines', () => {
  it('keeps each event once, as it was written, the oldest first', () => {
    const lines = [
      line(1, { type: 'imageSaved', image: image('a') }),
      line(2, { type: 'favourite', image: 'a', on: true }),
    ];
    assert.deepEqual(mergeLines([...lines.toReversed(), '', ...lines]), lines);
  });

  it('keeps what this version does not know, and drops what was cut', () => {
    const later = [
      '{"id":"w.7","at":1,"type":"imagePraised","image":"a","by":{"x":1}}',
      '{"format":2}',
      '{ "id" : "w.8" }',
    ];
    const damaged = ['{"id":"w.9","at":1,"type":"imag', '\u0000\u0000\u0000', 'null', '[]', '5'];
    assert.deepEqual(mergeLines([...later, ...damaged, '{"format":2}']).toSorted(), later.toSorted());
  });

  it('keeps of a forgotten image and of an ended job only that they are', () => {
    const forgotten = line(4, { type: 'imageForgotten', image: 'a' });
    const ended = line(8, { type: 'jobEnded', job: 'j' });
    const kept = [line(2, { type: 'imageSaved', image: image('b') }), line(6, { type: 'jobStarted', job: job('k') })];
    const lines = [
      line(1, { type: 'imageSaved', image: image('a') }),
      line(3, { type: 'imageMoved', image: 'a', uri: 'file:///x.png' }),
      line(5, { type: 'jobStarted', job: job('j') }),
      line(7, { type: 'jobSaving', job: 'j', folder: '/x' }),
      ...kept,
      forgotten,
      ended,
    ];
    const expected = [kept[0], forgotten, kept[1], ended];
    assert.deepEqual(mergeLines(lines), expected);
    assert.deepEqual(mergeLines(lines.toReversed()), expected);
  });

  it('does not take a word about nothing for one about everything', () => {
    const lines = [
      '{"id":"w.1","type":"imageForgotten"}',
      '{"id":"w.2","type":"imagePraised"}',
      '{"id":"w.3","type":"favourite"}',
    ];
    assert.deepEqual(mergeLines(lines), lines);
  });
});
