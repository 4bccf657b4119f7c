/** What can be done with an image as it is: a file that is gone cannot be copied, and one that was kept can come back. */
import type { ImageAction } from '../../core/sidebar/fromView.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import { fill } from '../page/fill.ts';

export interface OfferedActions {
  /** The one that stands out. */
  readonly first: 'insert' | 'restore' | undefined;
  readonly others: readonly Exclude<ImageAction, 'insert' | 'restore' | 'variations' | 'regenerate' | 'reuse'>[];
}

export function offeredActions(card: Pick<ImageCard, 'deleted' | 'restorable' | 'favourite'>): OfferedActions {
  const favourite = card.favourite ? 'unfavourite' : 'favourite';
  if (!card.deleted) {
    return {
      first: 'insert',
      others: ['copyLink', 'copyPath', 'open', 'reveal', 'copyAsCode', favourite, 'delete'],
    };
  }
  return { first: card.restorable ? 'restore' : undefined, others: ['copyAsCode', favourite, 'forget'] };
}

/** Where Insert will put the link, in words. @param place of the view: where the cursor is */
export function insertWords(
  card: Pick<ImageCard, 'insertPlace'>,
  place: string | undefined,
  { insertAt, insertBack }: Pick<PageStrings['image'], 'insertAt' | 'insertBack'>,
): string {
  const known = card.insertPlace ?? place;
  return known === undefined ? insertBack : fill(insertAt, known);
}
