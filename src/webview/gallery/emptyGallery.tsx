/** Nothing to show, and a way on. */

interface EmptyGalleryProps {
  readonly words: string;
  readonly button: string;
  readonly onClick: () => void;
}

export function EmptyGallery({ words, button, onClick }: EmptyGalleryProps) {
  return (
    <div class="nothing">
      <p>{words}</p>
      <button type="button" class="primary" onClick={onClick}>
        {button}
      </button>
    </div>
  );
}
