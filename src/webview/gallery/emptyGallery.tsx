/** Nothing to show, and a way on, which has the focus that the images would have. */
import { useRef } from 'preact/hooks';
import { useGalleryFocus } from './useGalleryFocus.ts';

interface EmptyGalleryProps {
  readonly words: string;
  readonly button: string;
  readonly onClick: () => void;
}

export function EmptyGallery({ words, button, onClick }: EmptyGalleryProps) {
  const wayOn = useRef<HTMLButtonElement>(null);
  useGalleryFocus(() => wayOn.current?.focus());
  return (
    <div class="nothing">
      <p>{words}</p>
      <button type="button" class="primary" ref={wayOn} onClick={onClick}>
        {button}
      </button>
    </div>
  );
}
