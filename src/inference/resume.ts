/** Picks up a picture that was paid for: a job that a provider has accepted, before the editor was closed or reloaded. */
import { ImageFailure } from '../core/failure.ts';
import type { JobHandle } from '../core/jobHandle.ts';
import type { InferredImage, ServiceSettings } from '../core/request.ts';
import { routerDestination } from './destination.ts';
import { cancelled, startJobDeadline, tokenAt, type InferPorts } from './infer.ts';
import { pickUp } from './obtain.ts';
import { routedPlace } from './place.ts';
import { routedProviders } from './providers/providers.ts';

/**
 * Asks the router of the settings, also where they name a server of the user's own by now. `onSettled` is called as by
 * `infer`; `onAccepted` is not.
 * @param handle as `onAccepted` has given it; one that was changed is refused, not followed
 * @throws {ImageFailure} `badReply` with `jobLost` where the provider knows the job no more
 */
export async function resume(
  handle: JobHandle,
  settings: ServiceSettings,
  ports: Omit<InferPorts, 'lookUps' | 'onAccepted'>,
): Promise<InferredImage> {
  if (ports.signal.aborted) throw cancelled();
  const { provider: providerId, model, job } = handle;
  const destination = routerDestination(model, providerId, settings);
  const provider = routedProviders.get(providerId);
  const jobs = provider?.jobs;
  if (!provider || !jobs?.isJob(job)) {
    throw new ImageFailure({ kind: 'badReply', problem: 'jobLost', service: destination.host });
  }
  const token = await tokenAt(destination, ports);
  const deadline = startJobDeadline(destination, settings, ports);
  try {
    deadline.signal.throwIfAborted();
    const place = routedPlace(destination, providerId, provider, { model, id: model }, token);
    return await pickUp(handle, place, jobs, ports, deadline.signal);
  } finally {
    deadline.stop();
  }
}
