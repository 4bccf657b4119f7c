/**
 * What is loaded on first use and not at activation: the story, the services over HTTP and the disk. A bundle of its
 * own, so that starting the editor pays for none of it.
 */
import { generate, keep } from './core/generate.ts';
import type { ImageSettings } from './core/metadata/imageSettings.ts';
import { readSettings } from './core/metadata/readSettings.ts';
import type { JobHandle } from './core/jobHandle.ts';
import type { ModelPage, ModelQuestion } from './core/models/listedModel.ts';
import type { ImageRequest, InferredImage, ServiceSettings } from './core/request.ts';
import { checkFolder } from './files/checkFolder.ts';
import { inflatePixels } from './files/inflatePixels.ts';
import { isFileInside } from './files/isFileInside.ts';
import { recoverSaves } from './files/recoverSaves.ts';
import { saveNewFile } from './files/saveNewFile.ts';
import { createLookUps } from './inference/hub/lookUp.ts';
import { searchModels, servingProviders, type HubPorts } from './inference/hub/searchModels.ts';
import { infer, type InferPorts } from './inference/infer.ts';
import { resume } from './inference/resume.ts';
import { createUndiciTransport, type NetworkSettings } from './inference/transport/undiciTransport.ts';

export type { NetworkSettings };

export interface Engine {
  readonly generate: typeof generate;
  readonly keep: typeof keep;
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
  /** As `searchModels` of `inference`. */
  readonly searchModels: (
    question: ModelQuestion,
    hubUrl: string,
    ports: Omit<HubPorts, 'transport'>,
  ) => Promise<ModelPage>;
  /** As `servingProviders` of `inference`. */
  readonly servingProviders: (
    model: string,
    hubUrl: string,
    ports: Omit<HubPorts, 'transport'>,
  ) => Promise<readonly string[]>;
  readonly inflate: typeof inflatePixels;
  readonly readSettings: (image: Uint8Array) => Promise<ImageSettings | undefined>;
  readonly checkFolder: typeof checkFolder;
  readonly saveNewFile: typeof saveNewFile;
  readonly recoverSaves: typeof recoverSaves;
  readonly isFileInside: typeof isFileInside;
  /** Closes idle connections; requests under way end first. */
  readonly dispose: () => void;
}

export function createEngine(network: NetworkSettings): Engine {
  const transport = createUndiciTransport(network);
  const lookUps = createLookUps();
  return {
    generate,
    keep,
    infer: (request, settings, ports) => infer(request, settings, { ...ports, transport, lookUps }),
    resume: (handle, settings, ports) => resume(handle, settings, { ...ports, transport }),
    searchModels: (question, hubUrl, ports) => searchModels(question, hubUrl, { ...ports, transport }),
    servingProviders: (model, hubUrl, ports) => servingProviders(model, hubUrl, lookUps, { ...ports, transport }),
    inflate: inflatePixels,
    readSettings: (image) => readSettings(image, inflatePixels),
    checkFolder,
    saveNewFile,
    recoverSaves,
    isFileInside,
    dispose: () => void transport.close(),
  };
}
