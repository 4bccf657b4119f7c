/** How large a scrolling element is, and how far it is scrolled. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Rounded down to `scrollStep`: less than that changes nothing in what is drawn. */
  readonly top: number;
}

/** In pixels. */
export const scrollStep = 50;

export function useBox(element: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0, top: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height, scrollTop } = current;
      const top = Math.floor(scrollTop / scrollStep) * scrollStep;
      setBox((before) =>
        before.width === width && before.height === height && before.top === top ? before : { width, height, top },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, []);
  return box;
}
