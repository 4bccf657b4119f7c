/** What the gallery is searched by. */
import type { GalleryList, GalleryQuery } from '../../core/sidebar/viewState.ts';
import { IconButton } from '../controls/iconButton.tsx';
import { usePage } from '../page/pageContext.ts';
import { Choice } from './choice.tsx';

interface FiltersProps {
  readonly query: GalleryQuery;
  readonly list: GalleryList | undefined;
  readonly onChange: (query: GalleryQuery, isTyping?: boolean) => void;
}

export function Filters({ query, list, onChange }: FiltersProps) {
  const { gallery } = usePage().strings;
  const clearText = (): void => onChange({ ...query, text: '' });
  return (
    <div class="filters" role="search">
      <div class="row">
        <input
          type="text"
          id="search"
          autocomplete="off"
          spellcheck={false}
          value={query.text}
          placeholder={gallery.search}
          aria-label={gallery.search}
          onInput={({ currentTarget: { value } }) => onChange({ ...query, text: value }, true)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query.text === '') return;
            event.preventDefault();
            clearText();
          }}
        />
        {query.text === '' ? undefined : (
          <IconButton
            icon="close"
            label={gallery.clearSearch}
            onClick={() => {
              document.getElementById('search')?.focus();
              clearText();
            }}
          />
        )}
        <IconButton
          icon="star"
          label={gallery.favouritesOnly}
          pressed={query.favourites}
          filled={query.favourites}
          onClick={() => onChange({ ...query, favourites: !query.favourites })}
        />
      </div>
      <div class="pair">
        <Choice
          label={gallery.model}
          any={gallery.anyModel}
          options={(list?.models ?? []).map((model) => ({ id: model, label: model }))}
          chosen={query.model}
          onChoose={(model) => onChange({ ...query, model })}
        />
        <Choice
          label={gallery.document}
          any={gallery.anyDocument}
          options={list?.documents ?? []}
          chosen={query.document}
          onChoose={(document) => onChange({ ...query, document })}
        />
      </div>
    </div>
  );
}
