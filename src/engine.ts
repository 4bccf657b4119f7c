/**
 * What is loaded on first use and not at activation: the story, the services over HTTP and the disk. A bundle of its
 * own, so that starting the editor pays for none of it.
 */
import { createFont } from './core/draft/font/font.ts';
import { inferDraft } from './core/draft/inferDraft.ts';
import { generate, keep } from './core/generate.ts';
import type { ImageSettings } from './core/metadata/imageSettings.ts';
import { readSettings } from './core/metadata/readSettings.ts';
import type { JobHandle } from './core/jobHandle.ts';
import type { ImageRequest, InferredImage, ServiceSettings } from './core/request.ts';
import { draftProvider } from './core/services.ts';
import { checkFolder } from './files/checkFolder.ts';
import { deflatePixels } from './files/deflatePixels.ts';
import { inflatePixels } from './files/inflatePixels.ts';
import { isDraftFile } from './files/isDraftFile.ts';
import { isFileInside } from './files/isFileInside.ts';
import { readDraftFont } from './files/readDraftFont.ts';
import { recoverSaves } from './files/recoverSaves.ts';
import { saveNewFile } from './files/saveNewFile.ts';
import { createLookUps } from './inference/hub/lookUp.ts';
import { infer, type InferPorts } from './inference/infer.ts';
import { resume } from './inference/resume.ts';
import { createUndiciTransport, type NetworkSettings } from './inference/transport/undiciTransport.ts';

export type { NetworkSettings };

export interface Engine {
  readonly generate: typeof generate;
  readonly keep: typeof keep;
  /** The provider `draft` asks nobody, also where there is a server of the user's own: nothing leaves the machine. */
  readonly infer: (
    request: ImageRequest,
    settings: ServiceSettings,
    ports: Omit<InferPorts, 'transport' | 'lookUps'>,
  ) => Promise<InferredImage>;
  /** Picks up a job that `infer` had told of by `onAccepted`. */
  readonly resume: (
    handle: JobHandle,
    settings: ServiceSettings,
    ports: Omit<InferPorts, 'transport' | 'lookUps' | 'onAccepted'>,
  ) => Promise<InferredImage>;
  readonly inflate: typeof inflatePixels;
  readonly readSettings: (image: Uint8Array) => Promise<ImageSettings | undefined>;
  readonly checkFolder: typeof checkFolder;
  readonly saveNewFile: typeof saveNewFile;
  readonly recoverSaves: typeof recoverSaves;
  readonly isDraftFile: typeof isDraftFile;
  readonly isFileInside: typeof isFileInside;
  /** Closes idle connections; requests under way end first. */
  readonly dispose: () => void;
}

export function createEngine(network: NetworkSettings): Engine {
  const transport = createUndiciTransport(network);
  const lookUps = createLookUps();
  const loadFont = createFont(readDraftFont(`${__dirname}/fonts`), inflatePixels);
  return {
    generate,
    keep,
    infer: (request, settings, ports) =>
      request.provider === draftProvider
        ? inferDraft(request, { loadFont, deflate: deflatePixels(ports.signal) })
        : infer(request, settings, { ...ports, transport, lookUps }),
    resume: (handle, settings, ports) => resume(handle, settings, { ...ports, transport }),
    inflate: inflatePixels,
    readSettings: (image) => readSettings(image, inflatePixels),
    checkFolder,
    saveNewFile,
    recoverSaves,
    isDraftFile,
    isFileInside,
    dispose: () => void transport.close(),
  };
}
