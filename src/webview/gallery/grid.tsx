/** The grid by day. Only what is in sight is in the page; one image at a time is reached by Tab, the others by the keys. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { GalleryList } from '../../core/sidebar/viewState.ts';
import { dayOf } from '../page/dates.ts';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { drawnSections } from './drawnSections.ts';
import type { GalleryState } from './galleryState.ts';
import { GridCell } from './gridCell.tsx';
import { galleryLayout, gridShape, placeOf } from './layout.ts';
import { scrollStep, useBox } from './useBox.ts';
import { useGalleryFocus } from './useGalleryFocus.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useSlices } from './useSlices.ts';

interface GridProps {
  readonly gallery: GalleryState;
  readonly list: GalleryList;
}

/** Pixels above and below what is in sight that are drawn as well. */
const margin = 200;

export function Grid({ gallery, list }: GridProps) {
  const { strings, dates, host } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const box = useBox(scroller);
  const shape = gridShape(box.width);
  // Before it is measured nothing is laid out: that would be done twice.
  const times = box.width === 0 ? [] : list.times;
  const layout = useMemo(() => galleryLayout(times, dayOf, shape), [list.times, shape.columns, shape.cell]);
  const sections = drawnSections(layout, box.top - margin, box.top + box.height + scrollStep + margin, gallery.active);
  const onKeyDown = useGridKeys(gallery, layout, Math.floor(box.height / shape.pitch));
  const inSight = sections.flatMap(({ cells }) => cells).filter((index) => index !== gallery.active);
  useSlices(gallery, inSight[0] ?? gallery.active, inSight.at(-1) ?? gallery.active);

  const focusActive = (): void => scroller.current?.querySelector<HTMLElement>(`#image-${gallery.active}`)?.focus();

  useLayoutEffect(() => {
    if (scroller.current?.contains(document.activeElement)) focusActive();
  }, [gallery.active]);

  const isMeasured = box.width > 0;
  useLayoutEffect(() => {
    if (isMeasured) scroller.current?.scrollTo(0, host.looks.scroll);
  }, [isMeasured]);
  useGalleryFocus(focusActive, isMeasured);
  useEffect(() => {
    if (isMeasured) host.saveLooks({ scroll: box.top });
  }, [box.top]);

  const now = new Date();
  return (
    <div
      class="grid"
      ref={scroller}
      role="listbox"
      aria-label={strings.gallery.list}
      aria-description={strings.gallery.keys}
      aria-multiselectable
      {...focusHome}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => target === currentTarget && focusActive()}
    >
      <div class="canvas" role="presentation" style={{ '--height': `${layout.height}px`, '--cell': `${shape.cell}px` }}>
        {sections.map((section) => (
          <div key={section.from} role="group" aria-label={dates.day(section.day.start, now)}>
            <div class="day" aria-hidden="true" style={{ '--top': `${section.top}px` }}>
              {dates.day(section.day.start, now)}
            </div>
            {section.cells.map((index) => (
              <GridCell
                key={index}
                index={index}
                total={layout.total}
                place={placeOf(layout, section, index)}
                card={gallery.items.get(index)}
                isActive={index === gallery.active}
                isMarked={gallery.marked.some(({ id }) => id === gallery.items.get(index)?.id)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
