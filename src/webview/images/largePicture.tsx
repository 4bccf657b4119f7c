/** An image as large as there is room. A click opens it in an editor. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import { Thumbnail } from './thumbnail.tsx';

export function LargePicture({ card }: { readonly card: ImageCard }) {
  const { page, strings, thumbnails } = usePage();
  if (card.source === undefined || thumbnails.isUnreadable(card)) {
    return (
      <div class="picture lost">
        <Thumbnail card={card} />
        <p>{card.deleted ? strings.image.deleted : strings.image.unreadable}</p>
      </div>
    );
  }
  return (
    <Button
      class="picture"
      title={fill(strings.jobs.about, strings.image.action.open, card.alt)}
      onClick={() => page.send({ type: 'image', id: card.id, action: 'open' })}
    >
      <img
        key={card.source}
        src={card.source}
        width={card.width}
        height={card.height}
        alt={card.alt}
        data-id={card.id}
        onError={() => thumbnails.giveUp(card)}
      />
    </Button>
  );
}
