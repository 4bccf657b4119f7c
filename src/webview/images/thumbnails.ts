/** Small pictures of those images that have none yet: made here when they are seen, shown at once and handed to the host. */
import type { FromView } from '../../core/sidebar/fromView.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { makeThumbnail } from './makeThumbnail.ts';
import { createWorkQueue } from './workQueue.ts';

export interface Thumbnails {
  /** The address of an image's small picture: the host's or one of our own. */
  find(card: ImageCard): string | undefined;
  isUnreadable(card: ImageCard): boolean;
  /** Has one made, if that can be done. @returns for when it is not wanted any more */
  want(card: ImageCard): () => void;
  /** The host's small picture could not be shown: one is made anew. */
  reject(card: ImageCard): void;
  /** The file itself could not be shown. */
  giveUp(card: ImageCard): void;
}

/** Whole files are decoded, some of them large. */
const atOnce = 2;
/** More than a screen shows; the oldest are let go, the host has them by then. */
const kept = 400;

/** @param draw called when a picture has come, or turned out to be unreadable */
export function createThumbnails(send: (message: FromView) => void, draw: () => void): Thumbnails {
  const queue = createWorkQueue(atOnce);
  const made = new Map<string, string>();
  const rejected = new Set<string>();
  /** By id, the address that failed: a file that was made again has another one. */
  const unreadable = new Map<string, string | undefined>();

  function giveUp(card: ImageCard): void {
    if (isUnreadable(card)) return;
    unreadable.set(card.id, card.source);
    send({ type: 'unreadable', id: card.id });
    draw();
  }

  function isUnreadable({ id, source }: ImageCard): boolean {
    return unreadable.has(id) && unreadable.get(id) === source;
  }

  function keep(id: string, blob: Blob): void {
    made.set(id, URL.createObjectURL(blob));
    const [oldest] = made;
    if (made.size <= kept || !oldest) return;
    URL.revokeObjectURL(oldest[1]);
    made.delete(oldest[0]);
  }

  async function make(card: ImageCard, source: string): Promise<void> {
    if (made.has(card.id)) return;
    try {
      const blob = await makeThumbnail(source);
      keep(card.id, blob);
      send({ type: 'thumbnail', id: card.id, bytes: new Uint8Array(await blob.arrayBuffer()) });
      draw();
    } catch {
      giveUp(card);
    }
  }

  return {
    find: ({ id, thumbnail }) => (thumbnail !== undefined && !rejected.has(thumbnail) ? thumbnail : made.get(id)),
    isUnreadable,
    want(card) {
      const { source } = card;
      if (source === undefined || isUnreadable(card)) return () => undefined;
      return queue.add(() => make(card, source));
    },
    reject({ thumbnail }) {
      if (thumbnail === undefined || rejected.has(thumbnail)) return;
      rejected.add(thumbnail);
      draw();
    },
    giveUp,
  };
}
