/** Whose token it is: GET /api/whoami-v2. */
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import { tokenState, unknownCaller } from '../tokens.ts';

export function answerAccount(call: Call): Reply {
  const state = tokenState(call);
  if (state === 'none' || state === 'unknown' || state === 'malformed') return unknownCaller;
  const permissions = state === 'forbidden' ? [] : ['inference.serverless.write'];
  return jsonReply(200, {
    type: 'user',
    id: '65a1b2c3d4e5f60718293a4b',
    name: 'demo',
    fullname: 'Demo',
    isPro: false,
    canPay: state !== 'broke',
    orgs: [{ type: 'org', id: '65a1b2c3d4e5f60718293a4c', name: 'demo-org', fullname: 'Demo organisation' }],
    auth: {
      type: 'access_token',
      accessToken: {
        displayName: 'depict',
        role: 'fineGrained',
        createdAt: '2026-01-01T00:00:00.000Z',
        fineGrained: {
          canReadGatedRepos: state === 'gatedToo',
          global: [],
          scoped: [{ entity: { _id: '65a1b2c3d4e5f60718293a4b', type: 'user', name: 'demo' }, permissions }],
        },
      },
    },
  });
}
