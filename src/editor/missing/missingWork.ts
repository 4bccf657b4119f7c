/** Makes missing images, each a job of its own and none twice at a time, and lets their links follow. */
import { EventEmitter, l10n, window, workspace, type Disposable, type Event, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { plainText } from '../../core/plainText.ts';
import type { OrderFor } from '../generate/order.ts';
import type { JobTask, RunTasks } from '../generate/runTasks.ts';
import { createAnchor } from '../links/anchor.ts';
import type { FollowTarget } from './followTarget.ts';
import type { MissingImage } from './missingImage.ts';
import { openDocument } from './openDocument.ts';

export interface MissingWork extends Disposable {
  /** It is being made: it is neither missing any more nor there yet. */
  isUnderWay(place: Uri): boolean;
  readonly onDidChange: Event<void>;
  /** One that fails stops none of the others. Those that are under way already are left out. */
  make(images: readonly MissingImage[]): Promise<MadeMissing>;
}

export interface MadeMissing {
  readonly generated: readonly GeneratedImage[];
  /** Cancelled ones too. */
  readonly failed: readonly { readonly image: MissingImage; readonly error: unknown }[];
}

export function createMissingWork(orderFor: OrderFor, runTasks: RunTasks, follow: FollowTarget): MissingWork {
  const changed = new EventEmitter<void>();
  const underWay = new Set<string>();

  async function make(all: readonly MissingImage[]): Promise<MadeMissing> {
    const images = all.filter(({ place }) => !underWay.has(place.toString()));
    const generated = new Map<MissingImage, GeneratedImage>();
    const failed = new Map<MissingImage, unknown>();
    const unlinked: MissingImage[] = [];
    let isTold = false;

    /** Also of what is tried again later, from the message of a failure. */
    async function take(image: MissingImage, made: GeneratedImage | undefined, error: unknown): Promise<void> {
      if (!made) return void failed.set(image, error);
      failed.delete(image);
      generated.set(image, made);
      const documents = image.links.map(({ document }) => document.uri);
      const isLinked = await follow(image.place, made.uri, documents);
      if (!isLinked) unlinked.push(image);
      if (isTold) void tellLate(made, isLinked);
    }

    for (const { place } of images) underWay.add(place.toString());
    changed.fire();
    try {
      if (images.length > 0) await runTasks(images.map((image) => taskFor(image, orderFor, take)));
    } finally {
      for (const { place } of images) underWay.delete(place.toString());
      changed.fire();
    }
    isTold = true;
    void tellSum(generated.size, failed.size, unlinked.length);
    // In the order in which they were asked for.
    return {
      generated: images.flatMap((image) => generated.get(image) ?? []),
      failed: images.flatMap((image) => (failed.has(image) ? [{ image, error: failed.get(image) }] : [])),
    };
  }

  return {
    isUnderWay: (place) => underWay.has(place.toString()),
    onDidChange: changed.event,
    make,
    dispose: () => changed.dispose(),
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
  const replaces = isDraft ? 'draft' : 'nothing';
  return {
    // Only where it is open: the marker shows what happens there. The link is there already.
    place: open && { anchor: createAnchor(open, range, undefined), position: 'none' },
    order: () =>
      orderFor({ prompt, width, height, count: 1 }, { document: home, languageId, place: { uri: place, replaces } }),
    onResult: ({ images, error }) => take(image, images[0], error),
    isTold: true,
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

async function tellLate({ uri }: GeneratedImage, isLinked: boolean): Promise<void> {
  const name = plainText(workspace.asRelativePath(uri, false), 120);
  await window.showInformationMessage(
    isLinked
      ? l10n.t('The missing image {0} was made.', name)
      : l10n.t('The image was made as {0}, but its link could not be changed.', name),
  );
}
