/** Invented images and states for the tests of the sidebar's page. */
import { emptyForm } from '../../../src/core/sidebar/formValues.ts';
import type { GalleryList, ImageCard, ViewState } from '../../../src/core/sidebar/viewState.ts';
import { wholeGallery } from '../../../src/core/sidebar/galleryQuery.ts';

export function imageCard(id: string, more: Partial<ImageCard> = {}): ImageCard {
  return {
    id,
    source: `https://images.example/${id}.png`,
    alt: `Picture ${id}`,
    prompt: `A picture called ${id}`,
    negativePrompt: [],
    model: 'owner/model',
    provider: 'hf-inference',
    width: 1024,
    height: 768,
    createdAt: 0,
    group: id,
    favourite: false,
    name: `assets/${id}.png`,
    deleted: false,
    ...more,
  };
}

export function galleryList(revision: number, count: number): GalleryList {
  const times = Array.from({ length: count }, (_, index) => 1_000_000 - index);
  return { revision, query: wholeGallery, times, models: [], documents: [] };
}

export function viewState(form: Partial<ViewState['form']> = {}, more: Partial<ViewState> = {}): ViewState {
  return {
    tab: 'create',
    query: wholeGallery,
    form: {
      values: emptyForm,
      revision: 1,
      canUndo: false,
      defaults: {
        model: '',
        provider: '',
        negativePrompt: '',
        width: '',
        height: '',
        steps: '',
        guidanceScale: '',
        scheduler: '',
        seed: '',
      },
      notTaken: {},
      styles: [],
      schedulers: [],
      problems: {},
      ...form,
    },
    jobs: [],
    now: 0,
    results: [],
    historySize: 0,
    ...more,
  };
}
