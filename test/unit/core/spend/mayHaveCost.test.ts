import assert from 'node:assert/strict';
import { ImageFailure, type Failure } from '../../../../src/core/failure.ts';
import { mayHaveCost } from '../../../../src/core/spend/mayHaveCost.ts';
import { plainRecord } from '../metadata/records.ts';

const service = 'router.test';
const received = { bytes: new Uint8Array(), format: 'png', record: plainRecord, ignored: [] } as const;

const free: readonly Failure[] = [
  { kind: 'noToken', origin: 'https://router.test' },
  { kind: 'noCredit', origin: 'https://router.test', service },
  { kind: 'invalidRequest', problem: { type: 'emptyPrompt' } },
  { kind: 'notSaved', problem: 'noSpace', path: 'a' },
  { kind: 'offline', problem: 'proxy', service },
  { kind: 'providerDown', service, status: 503 },
];

const perhaps: readonly Failure[] = [
  { kind: 'cancelled' },
  { kind: 'timedOut', seconds: 5, service },
  { kind: 'refused', reason: 'black', service, received },
  { kind: 'invalidRequest', problem: { type: 'badPath', path: 'a' }, received },
  { kind: 'notSaved', problem: 'noSpace', path: 'a', received },
  { kind: 'offline', problem: 'reset', service },
  { kind: 'badReply', problem: 'truncated', service },
  // A gateway that has given up waiting for a service at work.
  { kind: 'providerDown', service, status: 504 },
  // A job that was accepted, and failed.
  { kind: 'providerDown', service },
];

describe('mayHaveCost', () => {
  for (const failure of free)
    it(`is not so where nothing was made: ${JSON.stringify(failure).slice(0, 60)}`, () => {
      assert.equal(mayHaveCost(new ImageFailure(failure), false), false);
    });
  for (const failure of perhaps)
    it(`is so where something may have been: ${JSON.stringify(failure).slice(0, 60)}`, () => {
      assert.equal(mayHaveCost(new ImageFailure(failure), false), true);
    });
  it('is so for what nobody foresaw', () => assert.equal(mayHaveCost(new TypeError('x'), false), true));

  for (const failure of free)
    it(`is so for whatever came after the service had taken the request: ${failure.kind}`, () => {
      assert.equal(mayHaveCost(new ImageFailure(failure), true), true);
    });
});
