/** A job as the journal keeps it: enough to do it again, or what is left of it, after it was interrupted. */
import { Uri } from 'vscode';
import type { HistoryImage, HistoryJob } from '../../core/history/event.ts';
import { acceptedOf, notYetMade } from '../../core/imageSet.ts';
import type { ImageRequest } from '../../core/request.ts';
import { orderOf, type Order, type OrderFor, type OrderSource } from '../generate/order.ts';
import type { InterruptedJob } from './jobHistory.ts';

/** `asked` says everything, so that the same is made again whatever the settings are by then. */
export function historyJob(id: string, { requests, pattern, home, languageId, place }: Order): HistoryJob {
  const { parameters, prompt: first, model, provider } = requests[0];
  const images = requests.map(({ prompt, parameters: { seed } }) =>
    seed === undefined ? { prompt } : { prompt, seed },
  );
  return {
    id,
    startedAt: Date.now(),
    asked: {
      prompt: first,
      model,
      provider,
      ...parameters,
      images,
      folder: pattern.folder.value,
      fileName: pattern.fileName.value,
      ...(place ? { place: place.uri.toString(), replaces: place.replaces } : {}),
    },
    ...(home.document ? { document: home.document.toString() } : {}),
    ...(languageId === undefined ? {} : { languageId }),
  };
}

/** For people, as of any job: its first prompt. */
export function titleIn({ asked: { prompt } }: HistoryJob): string {
  return typeof prompt === 'string' ? prompt : '';
}

/** How many images it was to make. */
export function imageCount({ asked }: HistoryJob): number {
  return Math.max(1, imagesIn(asked).length);
}

/**
 * What is left of an interrupted job: what providers have accepted is picked up.
 * @param images of the history, among which are those that it has made
 * @throws {ImageFailure} for a journal that says what cannot be
 */
export function resumedOrder(
  job: InterruptedJob,
  images: readonly HistoryImage[],
  orderFor: OrderFor,
): Order | undefined {
  const { asked, document, languageId } = job;
  const planned = imagesIn(asked);
  const made = images.filter(({ group }) => group === job.id);
  const order = orderFor(asked, {
    document: document === undefined ? undefined : Uri.parse(document),
    languageId,
    onlyAsked: true,
    ...placeIn(asked),
    ...(planned.length > 0 ? { prompts: planned.map(({ prompt }) => prompt) } : {}),
  });
  const requests = order.requests.map((request, index) => withSeed(request, planned[index]?.seed));
  const left = notYetMade(
    requests,
    made.map(({ record }) => record),
  );
  return orderOf(left, { ...order, goesOn: { job: job.id, accepted: acceptedOf(left, job.accepted) } });
}

/** That part of it which providers have accepted; undefined where there is none. */
export function acceptedOrder(order: Order): Order | undefined {
  const { requests, goesOn } = order;
  const accepted = requests.filter((request) => goesOn?.accepted.has(request));
  const hasMore = accepted.length < requests.length;
  return goesOn && orderOf(accepted, { ...order, goesOn: { ...goesOn, ...(hasMore ? { hasMore } : {}) } });
}

/** Whether it may be there is judged with the order, and again when it is saved. */
function placeIn({ place, replaces }: HistoryJob['asked']): Pick<OrderSource, 'place'> {
  if (typeof place !== 'string') return {};
  return {
    place: { uri: Uri.parse(place), replaces: replaces === 'draft' || replaces === 'anything' ? replaces : 'nothing' },
  };
}

interface PlannedImage {
  readonly prompt: string;
  readonly seed: string | undefined;
}

function imagesIn({ images }: HistoryJob['asked']): readonly PlannedImage[] {
  if (!Array.isArray(images)) return [];
  return (images as readonly unknown[]).flatMap((image) => {
    const { prompt, seed } = (image ?? {}) as Partial<Record<'prompt' | 'seed', unknown>>;
    if (typeof prompt !== 'string') return [];
    return { prompt, seed: typeof seed === 'string' && /^\d{1,20}$/.test(seed) ? seed : undefined };
  });
}

function withSeed(request: ImageRequest, seed: string | undefined): ImageRequest {
  return seed === undefined ? request : { ...request, parameters: { ...request.parameters, seed } };
}
