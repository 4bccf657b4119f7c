import assert from 'node:assert/strict';
import { isTurnedAway } from '../../../../src/inference/transport/isTurnedAway.ts';

describe('isTurnedAway', () => {
  it('is what only a proxy says, or one that gives its name', () => {
    assert.ok(isTurnedAway(407, {}));
    assert.ok(isTurnedAway(401, { server: 'tinyproxy/1.11.1' }));
    assert.ok(isTurnedAway(403, { server: 'squid/5.7' }));
  });

  it('is not what a service behind it says', () => {
    assert.ok(!isTurnedAway(401, { server: 'uvicorn', via: '1.1 proxy (tinyproxy/1.11.1)' }));
    assert.ok(!isTurnedAway(403, {}));
  });

  it('is not so where the service may have heard the request', () => {
    for (const status of [500, 502, 503, 504]) assert.ok(!isTurnedAway(status, { server: 'tinyproxy/1.11.1' }));
  });
});
