/** Makes missing images, each a job of its own, and lets their links follow. */
import { l10n, window } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { isImageFailure } from '../../core/failure.ts';
import type { OrderFor } from '../generate/order.ts';
import type { JobTask, RunTasks } from '../generate/runTasks.ts';
import { createAnchor } from '../links/anchor.ts';
import { openDocument } from './openDocument.ts';
import { followTarget } from './followTarget.ts';
import type { MissingImage } from './missingImage.ts';

export interface MadeMissing {
  readonly generated: readonly GeneratedImage[];
  readonly failed: readonly { readonly image: MissingImage; readonly error: unknown }[];
}

/** One that fails stops none of the others. Cancelled ones are failed, too. */
export async function makeMissing(
  images: readonly MissingImage[],
  orderFor: OrderFor,
  runTasks: RunTasks,
): Promise<MadeMissing> {
  const generated = new Map<MissingImage, GeneratedImage>();
  const failed = new Map<MissingImage, unknown>();
  const unlinked: MissingImage[] = [];

  async function take(image: MissingImage, made: GeneratedImage | undefined, error: unknown): Promise<void> {
    if (!made) return void failed.set(image, error);
    failed.delete(image);
    generated.set(image, made);
    if (!(await followTarget(image, made.uri))) unlinked.push(image);
  }

  await runTasks(images.map((image) => taskFor(image, orderFor, take)));
  void tellSum(generated.size, failed.size, unlinked.length);
  return {
    // As the documents have them, not as the service got done with them.
    generated: images.flatMap((image) => generated.get(image) ?? []),
    failed: [...failed].map(([image, error]) => ({ image, error })),
  };
}

function taskFor(
  image: MissingImage,
  orderFor: OrderFor,
  take: (image: MissingImage, made: GeneratedImage | undefined, error: unknown) => Promise<void>,
): JobTask {
  const { place, prompt, width = null, height = null, links, isDraft } = image;
  const [{ document, range }] = links;
  const { uri, home, languageId } = document;
  const open = openDocument(uri);
  return {
    // Only where it is open: the marker shows what happens there. The link is there already.
    place: open && { anchor: createAnchor(open, range, undefined), position: 'none' },
    order: () =>
      orderFor(
        { prompt, width, height, count: 1 },
        { document: home, languageId, place: { uri: place, replaces: isDraft } },
      ),
    onResult: ({ images, error }) => take(image, images[0], error),
  };
}

async function tellSum(generated: number, failed: number, unlinked: number): Promise<void> {
  if (generated === 0 && unlinked === 0) return;
  const texts = [
    generated === 1 ? l10n.t('1 missing image was made.') : l10n.t('{0} missing images were made.', generated),
    failed === 0 ? '' : l10n.t('{0} could not be made; run the command again to try only those.', failed),
    unlinked === 0 ? '' : l10n.t('{0} got another name, and its link could not be changed.', unlinked),
  ];
  await window.showInformationMessage(texts.filter((text) => text !== '').join(' '));
}

/** For programs: what kept an image from being made. */
export function failureOf(error: unknown): unknown {
  return isImageFailure(error) ? error.failure : { kind: 'bug', detail: String(error) };
}
