/** The images of one job: several of one prompt, or of several prompts. */
import { handleKey, type JobHandle } from './jobHandle.ts';
import type { GenerationRecord } from './metadata/record.ts';
import type { ImageRequest } from './request.ts';

/**
 * `count` requests for each prompt. Images of one seed would all be the same: they count up from it, as elsewhere in
 * this field, and begin anew with each prompt, so that prompts can be compared.
 */
export function requestsFor(request: ImageRequest, prompts: readonly string[], count: number): readonly ImageRequest[] {
  return prompts.flatMap((prompt) =>
    Array.from({ length: count }, (_, index) => withNthSeed({ ...request, prompt }, index)),
  );
}

/** Those that are left when some have been made: a request without a seed is answered by any image of its prompt. */
export function notYetMade(
  requests: readonly ImageRequest[],
  made: readonly Pick<GenerationRecord, 'prompt' | 'parameters'>[],
): readonly ImageRequest[] {
  const rest = [...made];
  return requests.filter(({ prompt, parameters: { seed } }) => {
    const found = rest.findIndex(
      (one) => one.prompt === prompt && (seed === undefined || one.parameters.seed === seed),
    );
    if (found >= 0) rest.splice(found, 1);
    return found < 0;
  });
}

/** A picture that a provider makes, and what was asked for. */
export interface AcceptedImage {
  readonly prompt: string;
  readonly handle: JobHandle;
}

/** Which of the requests are being made. Of those alike, which have no seed of their own, any will do. */
export function acceptedOf(
  requests: readonly ImageRequest[],
  accepted: readonly AcceptedImage[],
): ReadonlyMap<ImageRequest, JobHandle> {
  const rest = [...new Map(accepted.map((one) => [handleKey(one.handle), one])).values()];
  const found = new Map<ImageRequest, JobHandle>();
  // Those with a seed first: one without would take what belongs to them.
  const bySeed = requests.toSorted((one, other) => Number(!one.parameters.seed) - Number(!other.parameters.seed));
  for (const request of bySeed) {
    const { prompt, parameters, model } = request;
    const index = rest.findIndex(
      ({ prompt: of, handle }) => of === prompt && handle.model === model && isSameSeed(parameters.seed, handle.seed),
    );
    const [taken] = index < 0 ? [] : rest.splice(index, 1);
    if (taken) found.set(request, taken.handle);
  }
  return found;
}

/** A service that takes no seed was sent none. */
function isSameSeed(asked: string | undefined, sent: string | undefined): boolean {
  return asked === undefined || sent === undefined || asked === sent;
}

function withNthSeed(request: ImageRequest, index: number): ImageRequest {
  const { seed } = request.parameters;
  if (seed === undefined) return request;
  const nth = BigInt.asUintN(64, BigInt(seed) + BigInt(index));
  return { ...request, parameters: { ...request.parameters, seed: nth.toString() } };
}
