/**
 * Whose token it is: GET /api/whoami-v2. What kind of token it is stands in its name: `hf_demo_read…` and
 * `hf_demo_write…` are of the older kinds without a list, `hf_demo_global…` has the permission everywhere, any other
 * for one account.
 */
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import { tokenState, unknownCaller } from '../tokens.ts';

const userId = '65a1b2c3d4e5f60718293a4b';

export function answerAccount(call: Call): Reply {
  const state = tokenState(call);
  if (state === 'none' || state === 'unknown' || state === 'malformed') return unknownCaller;
  return jsonReply(200, {
    type: 'user',
    id: userId,
    name: 'demo',
    fullname: 'Demo',
    isPro: false,
    canPay: state !== 'broke',
    orgs: [{ type: 'org', id: '65a1b2c3d4e5f60718293a4c', name: 'demo-org', fullname: 'Demo organisation' }],
    auth: {
      type: 'access_token',
      accessToken: {
        displayName: 'depict',
        createdAt: '2026-01-01T00:00:00.000Z',
        ...kindOf(headerOf(call, 'authorization') ?? '', state === 'forbidden', state === 'gatedToo'),
      },
    },
  });
}

function kindOf(authorization: string, forbidden: boolean, canReadGatedRepos: boolean): object {
  const old = /hf_demo_(read|write)/.exec(authorization)?.[1];
  if (old !== undefined) return { role: old };
  const permissions = forbidden ? [] : ['inference.serverless.write'];
  const isGlobal = authorization.includes('hf_demo_global');
  const entity = { _id: userId, type: 'user', name: 'demo' };
  const scoped = [{ entity, permissions: isGlobal ? ['repo.content.read'] : permissions }];
  const global = isGlobal ? permissions : [];
  return { role: 'fineGrained', fineGrained: { canReadGatedRepos, global, scoped } };
}
