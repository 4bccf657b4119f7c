/** The small picture of an image, or a sign for why there is none. What it shows is told by what it stands in. */
import { useEffect } from 'preact/hooks';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';

export function Thumbnail({ card }: { readonly card: ImageCard }) {
  const { thumbnails } = usePage();
  const address = thumbnails.find(card);
  const isMissing = address === undefined;
  useEffect(() => (isMissing ? thumbnails.want(card) : undefined), [isMissing, card.id, card.source]);
  if (isMissing) {
    const isLost = card.deleted || thumbnails.isUnreadable(card);
    return (
      <span class="thumbnail none">{isLost ? <Icon name={card.deleted ? 'forget' : 'warning'} /> : undefined}</span>
    );
  }
  return (
    <img
      class={card.deleted ? 'thumbnail faded' : 'thumbnail'}
      src={address}
      alt=""
      data-id={card.id}
      onError={() => thumbnails.reject(card)}
    />
  );
}
