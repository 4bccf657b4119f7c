/** Two images side by side, with their settings and what differs in them. */
import { useRef } from 'preact/hooks';
import type { ImageAction } from '../../core/sidebar/fromView.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { IconButton } from '../controls/iconButton.tsx';
import { LargePicture } from '../images/largePicture.tsx';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { compareFacts } from './compareFacts.ts';
import { closing } from './gridActions.ts';
import { useGalleryFocus } from './useGalleryFocus.ts';

interface CompareProps {
  readonly left: ImageCard;
  readonly right: ImageCard;
}

export function Compare({ left, right }: CompareProps) {
  const { page, strings } = usePage();
  const { gallery, image } = strings;
  const section = useRef<HTMLElement>(null);
  useGalleryFocus(() => section.current?.focus());

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    page.update(closing);
  }

  return (
    <section class="compare" ref={section} aria-label={gallery.compare} {...focusHome} onKeyDown={onKeyDown}>
      <div class="bar">
        <IconButton icon="back" label={gallery.back} onClick={() => page.update(closing)} />
        <h2>{gallery.compare}</h2>
      </div>
      <div class="two">
        {[left, right].map((card) => {
          const act = (action: ImageAction) => () => page.send({ type: 'image', id: card.id, action });
          const favourite = card.favourite ? 'unfavourite' : 'favourite';
          return (
            <div key={card.id} role="group" aria-label={card.alt}>
              <LargePicture card={card} />
              <div class="icons">
                <IconButton icon="insert" label={image.action.insert} inactive={card.deleted} onClick={act('insert')} />
                <IconButton
                  icon="star"
                  label={image.action[favourite]}
                  filled={card.favourite}
                  onClick={act(favourite)}
                />
                <IconButton icon="reuse" label={image.action.reuse} onClick={act('reuse')} />
                {card.restorable ? (
                  <IconButton icon="restore" label={image.action.restore} onClick={act('restore')} />
                ) : (
                  <IconButton
                    icon="trash"
                    label={image.action.delete}
                    inactive={card.deleted}
                    onClick={act('delete')}
                  />
                )}
              </div>
            </div>
          );
        })}
      </div>
      <div class="facts-table" role="table" aria-label={gallery.compare}>
        {compareFacts(left, right, strings).map((fact) => (
          <div key={fact.label} role="row" class={fact.differs ? 'differs' : undefined}>
            <div role="rowheader">
              {fact.label}
              {fact.differs ? <span class="badge">{gallery.differs}</span> : undefined}
            </div>
            <div role="cell">{fact.left || gallery.notSet}</div>
            <div role="cell">{fact.right || gallery.notSet}</div>
          </div>
        ))}
      </div>
    </section>
  );
}
