/** Puts a link to the image into the document: says where, or why that cannot be. */
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';

interface InsertButtonProps {
  readonly insertPlace: string | undefined;
  readonly onClick: () => void;
}

export function InsertButton({ insertPlace, onClick }: InsertButtonProps) {
  const { image } = usePage().strings;
  const place = insertPlace === undefined ? image.noInsertPlace : fill(image.insertAt, insertPlace);
  return (
    <button
      type="button"
      class="primary"
      title={place}
      aria-description={place}
      aria-disabled={insertPlace === undefined}
      onClick={insertPlace === undefined ? undefined : onClick}
    >
      <Icon name="insert" />
      {image.action.insert}
    </button>
  );
}
