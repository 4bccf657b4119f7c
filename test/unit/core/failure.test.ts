import assert from 'node:assert/strict';
import { ImageFailure, type Failure } from '../../../src/core/failure.ts';

describe('the line of a failure for logs and programs', () => {
  const evidence = { service: 'images.example.com', status: 400, detail: 'steps must be at most 4' };
  const lines: readonly (readonly [failure: Failure, line: string])[] = [
    [{ kind: 'cancelled' }, 'cancelled'],
    [{ kind: 'providerDown', ...evidence }, 'providerDown: images.example.com 400: steps must be at most 4'],
    [{ kind: 'badReply', problem: 'html', service: 'images.example.com' }, 'badReply: html: images.example.com'],
    [{ kind: 'invalidRequest', problem: { type: 'emptyPrompt' } }, 'invalidRequest: emptyPrompt'],
    [
      { kind: 'invalidRequest', problem: { type: 'rejected', ...evidence } },
      'invalidRequest: rejected: images.example.com 400: steps must be at most 4',
    ],
  ];
  for (const [failure, line] of lines) {
    it(`says “${line}”`, () => assert.equal(new ImageFailure(failure).message, line));
  }
});
