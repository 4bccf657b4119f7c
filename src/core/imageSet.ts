/** The images of one job: several of one prompt, or of several prompts. */
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

function withNthSeed(request: ImageRequest, index: number): ImageRequest {
  const { seed } = request.parameters;
  if (seed === undefined) return request;
  const nth = BigInt.asUintN(64, BigInt(seed) + BigInt(index));
  return { ...request, parameters: { ...request.parameters, seed: nth.toString() } };
}
