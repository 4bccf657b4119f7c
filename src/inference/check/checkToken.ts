/** Which token would go to an origin, and where it is kept. The token itself goes no further. */
import type { Finding } from '../../core/connection/finding.ts';
import { isHuggingFace } from '../../core/token/tokenRule.ts';
import { mayTravel } from '../tokenThatMayGo.ts';
import type { CheckPorts } from './checkPorts.ts';

export async function checkToken(origin: string, { findToken }: Pick<CheckPorts, 'findToken'>): Promise<Finding> {
  const found = await findToken(origin);
  if (!found) return { type: isHuggingFace(origin) ? 'tokenMissing' : 'tokenNone', origin };
  if (!mayTravel(origin)) return { type: 'tokenKeptBack', origin };
  return found.source === undefined
    ? { type: 'tokenStored', origin }
    : { type: 'tokenAmbient', origin, source: found.source };
}
