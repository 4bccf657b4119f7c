import assert from 'node:assert/strict';
import { ImageFailure, type ReceivedImage } from '../../../src/core/failure.ts';
import { fateOf } from '../../../src/core/fateOf.ts';

const received: ReceivedImage = {
  bytes: new Uint8Array(8),
  format: 'png',
  record: {
    version: 1,
    prompt: 'a fox',
    model: 'a/b',
    provider: 'fal-ai',
    parameters: {},
    width: 8,
    height: 8,
    createdAt: '2026-01-02T03:04:05.000Z',
    generator: 'test',
  },
  ignored: [],
};

describe('a picture whose image has failed', () => {
  it('is held when it is here', () => {
    for (const failure of [
      { kind: 'notSaved', problem: 'noSpace', path: '/a', received },
      { kind: 'refused', reason: 'black', service: 'fal', received },
      { kind: 'invalidRequest', problem: { type: 'outsideWorkspace', path: '/a' }, received },
    ] as const) {
      assert.equal(fateOf(new ImageFailure(failure), true), 'held');
    }
  });

  it('is settled when there will be none, or what came is none', () => {
    const refused = new ImageFailure({ kind: 'refused', reason: 'filter', service: 'fal' });
    assert.equal(fateOf(refused, false), 'settled');
    assert.equal(fateOf(new ImageFailure({ kind: 'badReply', problem: 'truncated', service: 'fal' }), true), 'settled');
    assert.equal(fateOf(new TypeError('a reply that nobody foresaw'), false), 'settled');
  });

  it('stays with its provider when we broke down after it had come', () => {
    assert.equal(fateOf(new TypeError('a bug of ours'), true), 'accepted');
  });
});
