/** Puts a link to the image into a document, and says where. */
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';

interface InsertButtonProps {
  readonly insertPlace: string | undefined;
  readonly onClick: () => void;
}

export function InsertButton({ insertPlace, onClick }: InsertButtonProps) {
  const { image } = usePage().strings;
  // Without a cursor anywhere it may still be known where the image was asked for.
  const place = insertPlace === undefined ? image.insertBack : fill(image.insertAt, insertPlace);
  return (
    <button type="button" class="primary" title={place} aria-description={place} onClick={onClick}>
      <Icon name="insert" />
      {image.action.insert}
    </button>
  );
}
