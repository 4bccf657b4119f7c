/** Picks up a picture that was paid for: a job that a provider has accepted, before the editor was closed or reloaded. */
import { ImageFailure } from '../core/failure.ts';
import type { JobHandle } from '../core/jobHandle.ts';
import type { ImageRequest, InferredImage, ServiceSettings } from '../core/request.ts';
import { routerDestination, type RouterDestination } from './destination.ts';
import { cancelled, startJobDeadline, tokenAt, type InferPorts } from './infer.ts';
import { cancelJob } from './jobs/cancelJob.ts';
import { pickUp } from './obtain.ts';
import { placeFor, routedPlace, type Place } from './place.ts';
import type { Jobs } from './providers/provider.ts';
import { routedProviders } from './providers/providers.ts';

/**
 * Asks the router of the settings, also where they name a server of the user's own by now. `onSettled` is called as by
 * `infer`; `onTaken` and `onAccepted` are not.
 * @param handle as `onAccepted` has given it; one that was changed is refused, not followed
 * @param request as it was, to tell its words from the service's
 * @throws {ImageFailure} `badReply` with `jobLost` where the provider knows the job no more
 */
export async function resume(
  handle: JobHandle,
  request: Pick<ImageRequest, 'prompt' | 'parameters'>,
  settings: ServiceSettings,
  ports: Omit<InferPorts, 'lookUps' | 'onTaken' | 'onAccepted'>,
): Promise<InferredImage> {
  if (ports.signal.aborted) throw cancelled();
  const { destination, place, jobs } = await find(handle, settings, ports);
  const deadline = startJobDeadline(destination, settings, ports);
  try {
    deadline.signal.throwIfAborted();
    return await pickUp(handle, placeFor(place, request), jobs, ports, deadline.signal);
  } finally {
    deadline.stop();
  }
}

/** Takes back a job that nobody waits for any more, where the provider knows a way. Never throws. */
export async function takeBack(
  handle: JobHandle,
  settings: ServiceSettings,
  ports: Pick<InferPorts, 'transport' | 'tokenFor'>,
): Promise<void> {
  try {
    const { place, jobs } = await find(handle, settings, ports);
    const call = jobs.cancel?.(handle.job);
    if (call) await cancelJob(call, place, ports.transport);
  } catch {
    // A job that cannot be found cannot be taken back either.
  }
}

interface Found {
  readonly destination: RouterDestination;
  readonly place: Place;
  readonly jobs: Jobs;
}

/** @throws {ImageFailure} `badReply` with `jobLost` for a handle that was changed */
async function find(
  { provider: providerId, model, job }: JobHandle,
  settings: ServiceSettings,
  ports: Pick<InferPorts, 'tokenFor'>,
): Promise<Found> {
  const destination = routerDestination(model, providerId, settings);
  const provider = routedProviders.get(providerId);
  const jobs = provider?.jobs;
  if (!provider || !jobs?.isJob(job)) {
    throw new ImageFailure({ kind: 'badReply', problem: 'jobLost', service: destination.host });
  }
  const token = await tokenAt(destination, ports);
  return { destination, place: routedPlace(destination, providerId, provider, { model, id: model }, token), jobs };
}
