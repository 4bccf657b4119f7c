/** Everything that can be done with an image: what is done most in words, the rest as drawings. */
import type { ImageAction } from '../../core/sidebar/fromView.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/iconButton.tsx';
import { Icon, type IconName } from '../controls/icons.tsx';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { insertWords, offeredActions } from './offeredActions.ts';

const inWords = ['variations', 'regenerate', 'reuse'] as const satisfies readonly ImageAction[];

const drawings = {
  copyLink: 'link',
  copyPath: 'copyPath',
  open: 'open',
  reveal: 'reveal',
  copyAsCode: 'code',
  favourite: 'star',
  unfavourite: 'star',
  delete: 'trash',
  forget: 'close',
} as const satisfies Partial<Record<ImageAction, IconName>>;

interface ImageActionsProps {
  readonly card: ImageCard;
  /** The view's: where the cursor is. */
  readonly insertPlace: string | undefined;
}

export function ImageActions({ card, insertPlace }: ImageActionsProps) {
  const { page, strings } = usePage();
  const { first, others } = offeredActions(card);
  const place = first === 'insert' ? insertWords(card, insertPlace, strings.image) : undefined;
  const act = (action: ImageAction) => () => page.send({ type: 'image', id: card.id, action });
  return (
    <div class="actions" role="group" aria-label={strings.image.actions} {...focusHome}>
      <div class="buttons">
        {first === undefined ? undefined : (
          // One button for both, so that the focus stays when the file comes back.
          <Button class="primary" title={place} aria-description={place} onClick={act(first)}>
            <Icon name={first} />
            {strings.image.action[first]}
          </Button>
        )}
        {inWords.map((action) => (
          <Button key={action} class="secondary" onClick={act(action)}>
            <Icon name={action} />
            {strings.image.action[action]}
          </Button>
        ))}
      </div>
      <div class="icons">
        {others.map((action) => (
          <IconButton
            // One button all the time, so that pressing it twice works.
            key={action === 'unfavourite' ? 'favourite' : action}
            icon={drawings[action]}
            label={strings.image.action[action]}
            filled={action === 'unfavourite'}
            onClick={act(action)}
          />
        ))}
      </div>
    </div>
  );
}
