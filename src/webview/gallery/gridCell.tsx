/** One image of the grid, or its place while it is on its way. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Icon } from '../controls/icons.tsx';
import { imageName } from '../images/imageName.ts';
import { Thumbnail } from '../images/thumbnail.tsx';
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

  function onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) mark();
    else page.update((state) => opening(state, index));
  }

  function mark(): void {
    page.update((state) => reaching(state, index));
    if (card) toggleMark(page, card, strings.gallery);
  }

  return (
    <div
      class="cell"
      id={`image-${index}`}
      role="option"
      aria-selected={isMarked}
      aria-setsize={total}
      aria-posinset={index + 1}
      title={card ? imageName(card, dates.moment(card.createdAt), strings) : strings.image.loading}
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
