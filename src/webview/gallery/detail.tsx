/** One image of the gallery: the picture, all that is known about it, and all that can be done with it. */
import { useRef } from 'preact/hooks';
import type { GalleryList } from '../../core/sidebar/viewState.ts';
import { hasModifier } from '../controls/hasModifier.ts';
import { IconButton } from '../controls/iconButton.tsx';
import { FactList } from '../images/factList.tsx';
import { ImageActions } from '../images/imageActions.tsx';
import { LargePicture } from '../images/largePicture.tsx';
import { fill } from '../page/fill.ts';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { activeImage, indexAt, type GalleryState } from './galleryState.ts';
import { closing, reaching } from './gridActions.ts';
import { useGalleryFocus } from './useGalleryFocus.ts';
import { useSlices } from './useSlices.ts';

interface DetailProps {
  readonly gallery: GalleryState;
  readonly list: GalleryList;
  readonly insertPlace: string | undefined;
}

/** Images before and after it that are asked for along with it: a new one must not make it lose its place. */
const around = 20;

export function Detail({ gallery, list, insertPlace }: DetailProps) {
  const { page, strings, numbers } = usePage();
  const { gallery: words } = strings;
  const index = gallery.active;
  const last = list.times.length - 1;
  const card = gallery.items.get(index);
  const section = useRef<HTMLElement>(null);
  const image = activeImage(gallery);
  // Of a newer list what is asked for is around the place where the image is by then.
  const place = (image && gallery.next && indexAt(gallery.next, image)) ?? index;
  useSlices(gallery, Math.max(0, place - around), place + around);
  useGalleryFocus(() => section.current?.focus());

  const position = fill(words.position, numbers.format(index + 1), numbers.format(last + 1));

  function go(to: number): void {
    if (to < 0 || to > last) return;
    page.update((state) => reaching(state, to));
    const name = page.state.gallery.items.get(to)?.alt ?? strings.image.loading;
    page.announce(`${name}, ${fill(words.position, numbers.format(to + 1), numbers.format(last + 1))}`);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (hasModifier(event)) return;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      Escape: () => page.update(closing),
      ArrowLeft: () => go(index - 1),
      ArrowRight: () => go(index + 1),
      Delete: card && !card.deleted ? () => page.send({ type: 'image', id: card.id, action: 'delete' }) : undefined,
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <section
      class="detail"
      ref={section}
      aria-label={card ? `${card.alt}, ${position}` : strings.image.loading}
      {...focusHome}
      onKeyDown={onKeyDown}
    >
      <div class="bar">
        <IconButton icon="back" label={words.back} onClick={() => page.update(closing)} />
        <p>{position}</p>
        <IconButton icon="previous" label={words.previous} inactive={index <= 0} onClick={() => go(index - 1)} />
        <IconButton icon="next" label={words.next} inactive={index >= last} onClick={() => go(index + 1)} />
      </div>
      {card ? (
        <div class="sides">
          <LargePicture card={card} />
          <div class="column">
            <p class="words">{card.prompt}</p>
            <ImageActions card={card} insertPlace={insertPlace} />
            <FactList card={card} />
          </div>
        </div>
      ) : (
        <p class="empty">{strings.image.loading}</p>
      )}
    </section>
  );
}
