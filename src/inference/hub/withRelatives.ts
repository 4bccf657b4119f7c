/** Adds to a failure about a model what could be used instead, where the Hub tells that in a moment. */
import { ImageFailure, type Failure } from '../../core/failure.ts';
import { startDeadline } from '../deadline.ts';
import type { Transport } from '../transport.ts';
import type { Hub } from './hub.ts';
import { lookUp, type LookUps } from './lookUp.ts';
import { findRelatives } from './relatives.ts';

/** The failure has happened, and the user waits to hear of it. */
const longest = 3_000;

/** The failure itself where it is about something else, or the Hub has nothing to tell. Never throws. */
export async function withRelatives(
  about: ImageFailure,
  hub: Hub,
  lookUps: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<ImageFailure> {
  const { failure } = about;
  if ((failure.kind !== 'modelMissing' && failure.kind !== 'modelNotServed') || signal.aborted) return about;
  const deadline = startDeadline(longest, signal, transport, { expired: () => 'too slow' });
  const [relatives, others] = await Promise.all([
    findRelatives(hub, failure.model, transport, deadline.signal),
    servedByOthers(failure, hub, lookUps, transport, deadline.signal),
  ]);
  deadline.stop();
  if (relatives.length === 0 && others.length === 0) return about;
  const told = {
    ...failure,
    ...(relatives.length > 0 ? { relatives } : {}),
    ...(others.length > 0 ? { servedBy: others } : {}),
  };
  return new ImageFailure(told, { cause: about });
}

async function servedByOthers(
  failure: Failure,
  hub: Hub,
  lookUps: LookUps,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (failure.kind !== 'modelNotServed' || failure.servedBy.length > 0) return [];
  try {
    const served = await lookUp(hub, failure.model, lookUps, transport, signal);
    return served.map(({ provider }) => provider).filter((provider) => provider !== failure.provider);
  } catch {
    return [];
  }
}
