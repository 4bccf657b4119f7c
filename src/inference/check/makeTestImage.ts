/** The only proof that pictures come: one is made, looked at and thrown away. May be billed. */
import { inspectImage } from '../../core/image/inspectImage.ts';
import type { Finding } from '../../core/connection/finding.ts';
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import type { ImageRequest, ServiceSettings } from '../../core/request.ts';
import { infer, type InferPorts } from '../infer.ts';

/** Small and quick, and within what the models that are served take. */
const small = { width: 512, height: 512, steps: 4 } as const;

/**
 * The same way as any other picture, but for what follows: nothing is saved and nothing is remembered.
 * @throws {ImageFailure} `cancelled` only
 */
export async function makeTestImage(
  { model, provider }: Pick<ImageRequest, 'model' | 'provider'>,
  settings: ServiceSettings,
  ports: InferPorts,
): Promise<Finding> {
  try {
    const request = { prompt: 'a small blue circle on white', model, provider, parameters: small };
    const image = await infer(request, settings, ports);
    const seen = inspectImage(image.bytes);
    if (!seen.ok) throw new ImageFailure({ kind: 'badReply', problem: seen.problem, service: image.service });
    return { type: 'imageMade', provider: image.provider, ...seen.size };
  } catch (error) {
    if (!isImageFailure(error) || error.failure.kind === 'cancelled') throw error;
    return { type: 'imageFails', failure: error.failure };
  }
}
