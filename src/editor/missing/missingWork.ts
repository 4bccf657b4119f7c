/** Makes missing images, each a job of its own and none twice at a time, and lets their links follow. */
import { EventEmitter, l10n, window, workspace, type Disposable, type Event, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { isCancelled } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import type { ExactPlace, OrderFor } from '../generate/order.ts';
import type { JobTask, RunTasks } from '../generate/runTasks.ts';
import { createAnchor } from '../links/anchor.ts';
import { createMovedFiles, type WhereNow } from '../links/movedFiles.ts';
import type { FollowTarget } from './followTarget.ts';
import type { DocumentText, MissingImage } from './missingImage.ts';
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
  const moved = createMovedFiles();
  const underWay = new Map<MissingImage, WhereNow>();
  /** Where they are to be, once somebody has asked; worked out anew when something changes. */
  let places: ReadonlySet<string> | undefined;
  const renaming = workspace.onDidRenameFiles(() => {
    places = undefined;
  });

  function isUnderWay(place: Uri): boolean {
    places ??= new Set([...underWay].map(([image, now]) => now(image.place).toString()));
    return places.has(place.toString());
  }

  function tellChange(): void {
    places = undefined;
    changed.fire();
  }

  async function make(all: readonly MissingImage[]): Promise<MadeMissing> {
    const images = all.filter(({ place }) => !isUnderWay(place));
    const now = moved.fromNow();
    const generated = new Map<MissingImage, GeneratedImage>();
    const failed = new Map<MissingImage, unknown>();
    const unlinked: MissingImage[] = [];
    let isTold = false;

    /** Also of what is tried again later, from the message of a failure. */
    async function take(image: MissingImage, made: GeneratedImage | undefined, error: unknown): Promise<void> {
      if (!made) return void failed.set(image, error);
      failed.delete(image);
      generated.set(image, made);
      const documents = image.links.map(({ document }) => now(fileOf(document)));
      const isLinked = await follow(now(image.place), made.uri, documents);
      if (!isLinked) unlinked.push(image);
      if (isTold) void tellLate(made, isLinked);
    }

    for (const image of images) underWay.set(image, now);
    tellChange();
    try {
      if (images.length > 0) await runTasks(images.map((image) => taskFor(image, now, orderFor, take)));
    } finally {
      for (const image of images) underWay.delete(image);
      tellChange();
    }
    isTold = true;
    const cancelled = [...failed.values()].filter(isCancelled).length;
    void tellSum({ generated: generated.size, failed: failed.size - cancelled, cancelled, unlinked: unlinked.length });
    // In the order in which they were asked for.
    return {
      generated: images.flatMap((image) => generated.get(image) ?? []),
      failed: images.flatMap((image) => (failed.has(image) ? [{ image, error: failed.get(image) }] : [])),
    };
  }

  return {
    isUnderWay,
    onDidChange: changed.event,
    make,
    dispose() {
      for (const each of [changed, renaming, moved]) each.dispose();
    },
  };
}

function taskFor(
  image: MissingImage,
  now: WhereNow,
  orderFor: OrderFor,
  take: (image: MissingImage, made: GeneratedImage | undefined, error: unknown) => Promise<void>,
): JobTask {
  const { prompt, width = null, height = null, links, isDraft } = image;
  const [{ document, range }] = links;
  const { uri, home, languageId } = document;
  const open = openDocument(uri);
  const replaces = isDraft ? 'draft' : 'nothing';
  const place: ExactPlace = {
    get uri() {
      return now(image.place);
    },
    replaces,
  };
  return {
    // Only where it is open: the marker shows what happens there. The link is there already.
    place: open && { anchor: createAnchor(open, range, undefined), position: 'none' },
    order: () => orderFor({ prompt, width, height, count: 1 }, { document: home && now(home), languageId, place }),
    onResult: ({ images, error }) => take(image, images[0], error),
    isTold: true,
  };
}

/** A cell has no address of its own once its notebook is closed. */
function fileOf({ uri, home }: DocumentText): Uri {
  return uri.scheme === 'vscode-notebook-cell' && home ? home : uri;
}

interface Sum {
  readonly generated: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly unlinked: number;
}

async function tellSum({ generated, failed, cancelled, unlinked }: Sum): Promise<void> {
  // What failed has a message of its own, and whoever has cancelled all knows that there is nothing.
  if (generated === 0 && unlinked === 0) return;
  const texts = [
    generated === 1 ? l10n.t('1 missing image was made.') : l10n.t('{0} missing images were made.', generated),
    failed === 0 ? '' : l10n.t('{0} failed.', failed),
    cancelled === 0 ? '' : l10n.t('{0} cancelled.', cancelled),
    failed + cancelled === 0 ? '' : l10n.t('The command makes the rest when it is run again.'),
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
