/** An order: all that a job needs, read and checked before anything is sent or paid for. */
import { Uri, type ConfigurationScope } from 'vscode';
import {
  checkNumber,
  checkRequest,
  countRange,
  invalid,
  type Given,
  type GivenRequest,
} from '../../core/checkRequest.ts';
import { requestsFor } from '../../core/imageSet.ts';
import type { JobHandle } from '../../core/jobHandle.ts';
import type { ParameterName } from '../../core/parameters.ts';
import type { ImageRequest } from '../../core/request.ts';
import { draftProvider } from '../../core/services.ts';
import { liesOpen } from '../../core/links/mayFollow.ts';
import { formatOfName } from '../../core/names/exactName.ts';
import type { ModelChoice } from '../model/setModel.ts';
import { imageHome, type ImageHome } from '../save/imageHome.ts';
import { imagePath, type NamePattern } from '../save/imagePath.ts';
import { checkLinkTemplate } from '../links/linkFor.ts';
import { readSettings, type EnvironmentAddresses, type JobSettings } from '../settings/readSettings.ts';

export interface Order {
  /** One for each image; at least one. */
  readonly requests: readonly [ImageRequest, ...ImageRequest[]];
  readonly settings: JobSettings;
  readonly home: ImageHome;
  readonly pattern: NamePattern;
  /** The language that links are written in, and the document they are for. */
  readonly languageId: string | undefined;
  /** Where the only image goes, in place of the pattern. */
  readonly place?: ExactPlace;
  /** The order is what is left of a job that was begun before. */
  readonly goesOn?: GoesOn;
}

/** A file that somebody has named: by its link in a document, or because it is to be replaced. */
export interface ExactPlace {
  /** The ending follows the bytes. It may be another one by the time of saving: folders are renamed meanwhile. */
  readonly uri: Uri;
  /** What gives way, and is kept; beside anything else the new image gets a number. */
  readonly replaces: Replaces;
}

/** `draft`: only as long as what is there is one. */
export type Replaces = 'nothing' | 'draft' | 'anything';

export interface GoesOn {
  /** The job's id in the history. */
  readonly job: string;
  /** Requests that providers have accepted: their pictures are picked up, not asked for again. */
  readonly accepted: ReadonlyMap<ImageRequest, JobHandle>;
  /** The job was to make other images besides, which nobody has begun. */
  readonly hasMore?: true;
}

/** Where an order comes from: the document it is for, if any. */
export interface OrderSource {
  readonly document: Uri | undefined;
  readonly languageId: string | undefined;
  /** True: parameters that are not asked for are left to the model, whatever the settings say. */
  readonly onlyAsked?: boolean;
  /** In place of the one prompt that is asked for: `count` images of each. */
  readonly prompts?: readonly string[];
  readonly place?: ExactPlace;
}

/** What a caller may say, all of unknown type: it wins over the setting, and `null` is the same as nothing. */
export type Asked = Readonly<Record<string, unknown>>;

/** Places an order with the storage and the environment of this run. @throws {ImageFailure} `invalidRequest` */
export type OrderFor = (asked: Asked, source: OrderSource) => Order;

/** @throws {ImageFailure} `invalidRequest` */
export function placeOrder(asked: Asked, source: OrderSource, storage: Uri, environment: EnvironmentAddresses): Order {
  const home = imageHome(source.document, storage);
  const settings = readSettings(scopeOf(source, home), environment);
  const askedOr = (name: string, setting: Given): Given => {
    const value = asked[name];
    return value === null || value === undefined ? setting : { name, value };
  };
  const parameter = (name: ParameterName): Given =>
    source.onlyAsked ? { name, value: asked[name] } : askedOr(name, settings.request[name]);
  const given = (prompt: unknown): GivenRequest => ({
    prompt: { name: 'prompt', value: prompt },
    model: askedOr('model', settings.request.model),
    provider: askedOr('provider', settings.request.provider),
    negativePrompt: parameter('negativePrompt'),
    width: parameter('width'),
    height: parameter('height'),
    steps: parameter('steps'),
    guidanceScale: parameter('guidanceScale'),
    scheduler: parameter('scheduler'),
    seed: parameter('seed'),
  });
  const prompts = (source.prompts ?? [asked['prompt']]).map((prompt) => checkRequest(given(prompt)).prompt);
  const count = checkNumber({ name: 'count', value: asked['count'] ?? 1 }, countRange);
  const format = source.place && formatOfName(source.place.uri.path);
  const request = { ...checkRequest(given(prompts[0])), ...(format ? { format } : {}) };
  const [first, ...others] = requestsFor(request, prompts, count);
  if (!first) throw invalid({ type: 'emptyPrompt' });
  const order: Order = {
    requests: [first, ...others],
    settings,
    home,
    pattern: { folder: askedOr('folder', settings.folder), fileName: askedOr('fileName', settings.fileName) },
    languageId: source.languageId,
    ...(source.place ? { place: source.place } : {}),
  };
  if (source.place) checkExactPlace(source.place, home);
  // A pattern that cannot be used must be told now, not when the picture has been paid for.
  foreseenFolder(order);
  checkLinkTemplate(settings.linkTemplate);
  return order;
}

/** What a job of several prompts is called: the first one, for people. */
export function titleOf({ requests }: Order): string {
  return requests[0].prompt;
}

/** The order for some of its images only; undefined when none is left. */
export function orderOf(requests: readonly ImageRequest[], order: Order): Order | undefined {
  const [first, ...others] = requests;
  return first && { ...order, requests: [first, ...others] };
}

/** The same images as drafts: placeholders, made without any service. */
export function draftsOf(order: Order): Order {
  return changed(order, (request) => ({ ...request, provider: draftProvider }));
}

/** The same images, made with another model. */
export function withModel(order: Order, { model, provider }: ModelChoice): Order {
  return changed(order, (request) => ({ ...request, model, provider }));
}

/** What a provider has accepted already stays what it is: it is paid for, and found again by its request. */
function changed(order: Order, change: (request: ImageRequest) => ImageRequest): Order {
  const [first, ...others] = order.requests;
  const one = (request: ImageRequest): ImageRequest =>
    order.goesOn?.accepted.has(request) ? request : change(request);
  return { ...order, requests: [one(first), ...others.map(one)] };
}

/** The settings of the folder that the image goes to, where there is no document to ask. */
function scopeOf({ document, languageId }: OrderSource, home: ImageHome): ConfigurationScope {
  const uri = document ?? home.base;
  return languageId === undefined ? uri : { uri, languageId };
}

/** By its path; whoever saves on a disk judges it by its real path too. @throws {ImageFailure} `outsideWorkspace` */
function checkExactPlace({ uri }: ExactPlace, { roots }: ImageHome): void {
  const open = roots.filter(({ scheme, authority }) => scheme === uri.scheme && authority === uri.authority);
  const folders = open.map(({ path }) => path);
  if (!liesOpen(uri.path, folders)) throw invalid({ type: 'outsideWorkspace', path: uri.path });
}

/** The folder of the first image, as far as can be told before it is there. */
export function foreseenFolder({ requests: [request], home, pattern, place }: Order): Uri {
  if (place) return Uri.joinPath(place.uri, '..');
  const { width = 1024, height = 1024 } = request.parameters;
  const record = {
    version: 1 as const,
    ...request,
    width,
    height,
    createdAt: new Date().toISOString(),
    generator: '',
  };
  return imagePath(pattern, home, record, 'png', 1).folder;
}
