/**
 * The story of one picture, from a request to a file: infer, look at the bytes, write the settings into the file,
 * save, remember. Everything that touches the world comes in as a port.
 */
import { ImageFailure, isImageFailure, type ReceivedImage } from './failure.ts';
import type { ImageFormat } from './image.ts';
import type { Inflate } from './image/inflate.ts';
import { inspectImage } from './image/inspectImage.ts';
import { isSolidBlack } from './image/black/isSolidBlack.ts';
import { embedRecord } from './metadata/embedRecord.ts';
import type { GenerationRecord } from './metadata/record.ts';
import type { ParameterName, ParameterValues } from './parameters.ts';
import type { FallOver, ImageRequest, InferredImage, Stage } from './request.ts';
import type { Cost } from './spend/cost.ts';

/** A picture that is about to be written, in pieces so that stamping a large one copies nothing. */
export interface Unsaved {
  readonly pieces: readonly Uint8Array[];
  readonly format: ImageFormat;
  readonly record: GenerationRecord;
}

/** Where a picture was written and how large the file is. `Place` is whatever the caller saves to. */
export interface Saved<Place> {
  readonly place: Place;
  /** Size of the file. */
  readonly bytes: number;
}

export interface Picture<Place> extends Saved<Place> {
  readonly format: ImageFormat;
  readonly record: GenerationRecord;
  readonly ignored: readonly ParameterName[];
  /** As in `InferredImage`. */
  readonly cost?: Cost;
  /** As in `InferredImage`. */
  readonly fellOver?: readonly FallOver[];
}

export interface GeneratePorts<Place> {
  /** Gets the token, asks the service and waits. Throws `ImageFailure`. */
  readonly infer: (request: ImageRequest) => Promise<InferredImage>;
  readonly inflate: Inflate;
  /** Writes under a name that was free. Throws `ImageFailure` of kind `notSaved` or `invalidRequest`. */
  readonly save: (image: Unsaved) => Promise<Saved<Place>>;
  readonly remember: (picture: Picture<Place>) => void;
  readonly onStage: (stage: Stage) => void;
  readonly now: () => Date;
  /** As `randomSeed.ts`. */
  readonly randomSeed: () => string;
}

export interface GenerateOptions {
  /** False leaves the bytes as they came. */
  readonly embedSettings: boolean;
  /** Program and version, for the record. */
  readonly generator: string;
}

/**
 * Makes one picture and saves it. Cancelling is up to `infer`: once a picture has arrived it was paid for, so it is
 * always saved.
 * @throws {ImageFailure}
 */
export async function generate<Place>(
  request: ImageRequest,
  options: GenerateOptions,
  ports: GeneratePorts<Place>,
): Promise<Picture<Place>> {
  const seeded = withSeed(request, ports.randomSeed);
  const inferred = await ports.infer(seeded);
  ports.onStage({ type: 'saving' });
  const { bytes, ignored, service, requestId, provider } = inferred;
  const evidence = { service, ...(requestId === undefined ? {} : { requestId }) };

  const seen = inspectImage(bytes);
  if (!seen.ok) throw new ImageFailure({ kind: 'badReply', problem: seen.problem, ...evidence });

  const record: GenerationRecord = {
    version: 1,
    prompt: request.prompt,
    model: inferred.model ?? request.model,
    provider,
    parameters: usedParameters(seeded, inferred),
    ...seen.size,
    createdAt: ports.now().toISOString(),
    generator: options.generator,
  };
  const cost = inferred.cost ? { cost: inferred.cost } : {};
  const received: ReceivedImage = { bytes, format: seen.format, record, ignored, ...cost };
  if (inferred.flagged) throw new ImageFailure({ kind: 'refused', reason: 'filter', received, ...evidence });
  if (await isSolidBlack(bytes, seen.format, ports.inflate)) {
    throw new ImageFailure({ kind: 'refused', reason: 'black', received, ...evidence });
  }
  const picture = await keep(received, options.embedSettings, ports);
  return inferred.fellOver ? { ...picture, fellOver: inferred.fellOver } : picture;
}

/**
 * Saves and remembers a picture that is already here: the end of the story, and all of "Keep it anyway".
 * @throws {ImageFailure} `notSaved` and `invalidRequest` hold the picture, so that another place can be tried
 */
export async function keep<Place>(
  received: ReceivedImage,
  embedSettings: boolean,
  ports: Pick<GeneratePorts<Place>, 'save' | 'remember'>,
): Promise<Picture<Place>> {
  const { bytes, format, record, ignored, cost } = received;
  const pieces = embedSettings ? embedRecord(bytes, format, record) : [bytes];
  const saved = await ports.save({ pieces, format, record }).catch((error: unknown) => {
    if (!isImageFailure(error)) throw error;
    const { failure } = error;
    const holds = failure.kind === 'notSaved' || failure.kind === 'invalidRequest';
    throw holds ? new ImageFailure({ ...failure, received }, { cause: error }) : error;
  });
  const picture: Picture<Place> = { ...saved, format, record, ignored, ...(cost ? { cost } : {}) };
  ports.remember(picture);
  return picture;
}

/** Nobody set a seed: one is picked and sent, so that every picture can be made again. */
function withSeed(request: ImageRequest, randomSeed: () => string): ImageRequest {
  if (request.parameters.seed !== undefined) return request;
  return { ...request, parameters: { ...request.parameters, seed: randomSeed() } };
}

/** What was asked for, less what the service did not take, with the seed it says it used. */
function usedParameters(request: ImageRequest, inferred: InferredImage): ParameterValues {
  const asked = Object.entries(request.parameters).filter(([name]) => !inferred.ignored.some((one) => one === name));
  const used: ParameterValues = Object.fromEntries(asked);
  return inferred.seed === undefined ? used : { ...used, seed: inferred.seed };
}
