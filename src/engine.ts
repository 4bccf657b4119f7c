/**
 * What is loaded on first use and not at activation: the story, the services over HTTP and the disk. A bundle of its
 * own, so that starting the editor pays for none of it.
 */
import { createFont } from './core/draft/font/font.ts';
import { inferDraft } from './core/draft/inferDraft.ts';
import { generate, keep } from './core/generate.ts';
import type { Account } from './core/account/account.ts';
import type { Finding } from './core/connection/finding.ts';
import type { ImageSettings } from './core/metadata/imageSettings.ts';
import { readSettings } from './core/metadata/readSettings.ts';
import type { JobHandle } from './core/jobHandle.ts';
import type { HomeModel } from './core/models/homeModel.ts';
import type { ModelPage, ModelQuestion } from './core/models/listedModel.ts';
import type { ImageRequest, InferredImage, ServiceSettings } from './core/request.ts';
import { draftProvider } from './core/services.ts';
import type { HomeSamplers } from './core/sidebar/schedulerSuggestions.ts';
import { checkFolder } from './files/checkFolder.ts';
import { deflatePixels } from './files/deflatePixels.ts';
import { inflatePixels } from './files/inflatePixels.ts';
import { isDraftFile } from './files/isDraftFile.ts';
import { isFileInside } from './files/isFileInside.ts';
import { readDraftFont } from './files/readDraftFont.ts';
import { recoverSaves } from './files/recoverSaves.ts';
import { saveNewFile } from './files/saveNewFile.ts';
import { checkConnection } from './inference/check/checkConnection.ts';
import type { Checked, CheckPorts, FoundToken } from './inference/check/checkPorts.ts';
import { makeTestImage } from './inference/check/makeTestImage.ts';
import { serverAt } from './inference/home/homeServer.ts';
import { listModels } from './inference/home/listModels.ts';
import { listSamplers } from './inference/home/listSamplers.ts';
import { createLookUps } from './inference/hub/lookUp.ts';
import { searchModels, servingProviders, type HubPorts } from './inference/hub/searchModels.ts';
import { whoAmI } from './inference/hub/whoAmI.ts';
import { infer, type InferPorts } from './inference/infer.ts';
import { resume, takeBack } from './inference/resume.ts';
import { machine } from './inference/transport/machine.ts';
import { createUndiciTransport, type NetworkSettings } from './inference/transport/undiciTransport.ts';

export type { Checked, CheckPorts, FoundToken, NetworkSettings };

/** Asked beside the making of pictures. */
export interface LookPorts {
  /** The token that may go to an origin, if there is one. */
  readonly tokenFor: InferPorts['tokenFor'];
  readonly signal: AbortSignal;
}

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
    request: Pick<ImageRequest, 'prompt' | 'parameters'>,
    settings: ServiceSettings,
    ports: Omit<InferPorts, 'transport' | 'lookUps' | 'onTaken' | 'onAccepted'>,
  ) => Promise<InferredImage>;
  /** Whose token it is. Strictly limited by the Hub: on demand only. @throws {ImageFailure} */
  readonly whoAmI: (hubUrl: string, token: string, signal: AbortSignal) => Promise<Account>;
  /** As `inference/check/checkConnection.ts`. */
  readonly checkConnection: (
    checked: Checked,
    ports: Omit<CheckPorts, 'transport' | 'wayTo'>,
  ) => Promise<readonly Finding[]>;
  /** As `inference/check/makeTestImage.ts`: may be billed. */
  readonly makeTestImage: (checked: Checked, ports: Omit<InferPorts, 'transport' | 'lookUps'>) => Promise<Finding>;
  /** What the user's own server has; empty without one, and for kinds that have no list. @throws {ImageFailure} */
  readonly listModels: (settings: ServiceSettings, ports: LookPorts) => Promise<readonly HomeModel[]>;
  /** What a web UI of AUTOMATIC1111's kind has; undefined for every other kind. @throws {ImageFailure} */
  readonly listSamplers: (settings: ServiceSettings, ports: LookPorts) => Promise<HomeSamplers | undefined>;
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
  /** As in `inference/resume.ts`. */
  readonly takeBack: (
    handle: JobHandle,
    settings: ServiceSettings,
    ports: Pick<InferPorts, 'tokenFor'>,
  ) => Promise<void>;
  readonly inflate: typeof inflatePixels;
  readonly readSettings: (image: Uint8Array) => Promise<ImageSettings | undefined>;
  readonly checkFolder: typeof checkFolder;
  readonly saveNewFile: typeof saveNewFile;
  readonly recoverSaves: typeof recoverSaves;
  readonly isDraftFile: typeof isDraftFile;
  readonly isFileInside: typeof isFileInside;
  /** Name of the machine that requests leave from. */
  readonly machine: string;
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
    resume: (handle, request, settings, ports) => resume(handle, request, settings, { ...ports, transport }),
    whoAmI: (hubUrl, token, signal) => whoAmI({ url: hubUrl, token }, transport, signal),
    checkConnection: (checked, ports) =>
      checkConnection(checked, { ...ports, transport, wayTo: (url) => transport.wayTo(url) }),
    makeTestImage: (checked, ports) => makeTestImage(checked, checked.settings, { ...ports, transport, lookUps }),
    async listModels({ endpoint }, { tokenFor, signal }) {
      if (!endpoint) return [];
      return listModels(await serverAt(endpoint.url, tokenFor), endpoint.api, transport, signal);
    },
    async listSamplers({ endpoint }, { tokenFor, signal }) {
      if (endpoint?.api !== 'automatic1111') return undefined;
      return listSamplers(await serverAt(endpoint.url, tokenFor), transport, signal);
    },
    searchModels: (question, hubUrl, ports) => searchModels(question, hubUrl, { ...ports, transport }),
    servingProviders: (model, hubUrl, ports) => servingProviders(model, hubUrl, lookUps, { ...ports, transport }),
    takeBack: (handle, settings, ports) => takeBack(handle, settings, { ...ports, transport }),
    inflate: inflatePixels,
    readSettings: (image) => readSettings(image, inflatePixels),
    checkFolder,
    saveNewFile,
    recoverSaves,
    isDraftFile,
    isFileInside,
    machine: machine(),
    dispose: () => void transport.close(),
  };
}
