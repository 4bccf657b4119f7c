/** One image of the grid, or its place while it is on its way. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Icon } from '../controls/icons.tsx';
import { Thumbnail } from '../images/thumbnail.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { CellPlace } from './layout.ts';
import { opening, reaching, toggleMark } from './gridActions.ts';

interface GridCellProps {
  readonly index: number;
  readonly total: number;
  readonly place: CellPlace;
  readonly card: ImageCard | undefined;
  readonly isActive: boolean;
  readonly isMarked: boolean;
}

export function GridCell({ index, total, place, card, isActive, isMarked }: GridCellProps) {
  const { page, strings, dates } = usePage();
  const { image, gallery } = strings;
  const extras = card
    ? [card.favourite && image.favourite, card.deleted && image.deleted].filter((text) => text !== false)
    : [];
  const name = card
    ? [fill(gallery.option, card.alt, dates.moment(card.createdAt)), ...extras].join(', ')
    : image.loading;

  function onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) mark();
    else page.update((state) => opening(state, index));
  }

  function mark(): void {
    page.update((state) => reaching(state, index));
    if (card) toggleMark(page, card, gallery);
  }

  return (
    <div
      class="cell"
      id={`image-${index}`}
      role="option"
      aria-selected={isMarked}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-label={name}
      title={card?.prompt}
      tabIndex={isActive ? 0 : -1}
      style={{ '--left': `${place.left}px`, '--top': `${place.top}px` }}
      onClick={onClick}
      onFocus={() => page.update((state) => reaching(state, index))}
    >
      {card ? <Thumbnail card={card} /> : undefined}
      {card?.favourite ? (
        <span class="sign">
          <Icon name="star" filled />
        </span>
      ) : undefined}
      {/* For the mouse alone: the keyboard has Space, and a reader is told what is selected. */}
      <span
        class="mark"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          mark();
        }}
      >
        {isMarked ? <Icon name="check" /> : undefined}
      </span>
    </div>
  );
}
