/** Images that were made together, small, to choose from: one stop of the Tab key, and the arrow keys go on from there. */
import { useRef } from 'preact/hooks';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { hasModifier } from '../controls/hasModifier.ts';
import { usePage } from '../page/pageContext.ts';
import { imageName } from './imageName.ts';
import { stepTo } from './stepTo.ts';
import { Thumbnail } from './thumbnail.tsx';

interface StripProps {
  readonly cards: readonly ImageCard[];
  readonly shown: ImageCard;
  readonly onChoose: (id: string) => void;
}

export function Strip({ cards, shown, onChoose }: StripProps) {
  const { strings, dates } = usePage();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (hasModifier(event)) return;
    const to = stepTo(event.key, cards.indexOf(shown), cards.length);
    const card = to === undefined ? undefined : cards[to];
    if (to === undefined || !card) return;
    event.preventDefault();
    onChoose(card.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div class="strip" role="group" aria-label={strings.results.group} ref={list} onKeyDown={onKeyDown}>
      {cards.map((card) => (
        <Button
          key={card.id}
          aria-pressed={card.id === shown.id}
          title={imageName(
            card,
            card.seed === undefined ? dates.moment(card.createdAt) : `${strings.form.parameters.seed} ${card.seed}`,
            strings,
          )}
          tabIndex={card.id === shown.id ? 0 : -1}
          onClick={() => onChoose(card.id)}
        >
          <Thumbnail card={card} />
        </Button>
      ))}
    </div>
  );
}
