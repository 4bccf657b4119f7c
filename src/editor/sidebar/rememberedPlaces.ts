/** Where in which document the cursor was when an image was asked for. */
import type { Disposable } from 'vscode';
import type { Anchor } from '../links/anchor.ts';

export interface RememberedPlaces extends Disposable {
  /** One place for images that were asked for together. Takes the anchor over. */
  remember(images: readonly string[], anchor: Anchor): void;
  find(image: string): Anchor | undefined;
}

/** Each of them follows the typing in its document. */
const most = 20;

export function createRememberedPlaces(): RememberedPlaces {
  const places: { readonly images: readonly string[]; readonly anchor: Anchor }[] = [];
  return {
    remember(images, anchor) {
      places.unshift({ images, anchor });
      for (const { anchor } of places.splice(most)) anchor.dispose();
    },
    find: (image) => places.find(({ images }) => images.includes(image))?.anchor,
    dispose() {
      for (const { anchor } of places.splice(0)) anchor.dispose();
    },
  };
}
