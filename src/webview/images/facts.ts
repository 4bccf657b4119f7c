/** What is known about an image, in the order in which it is shown. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { fill } from '../page/fill.ts';

export interface Fact {
  readonly label: string;
  /** Empty: not known, or not set. */
  readonly value: string;
}

/** The settings that made it: what two images are compared by. */
export function settingFacts(card: ImageCard, { image, form }: Pick<PageStrings, 'image' | 'form'>): readonly Fact[] {
  const { parameters } = form;
  return [
    { label: image.model, value: card.model },
    { label: image.provider, value: card.provider },
    { label: image.size, value: fill(image.sizeValue, card.width, card.height) },
    { label: parameters.seed, value: card.seed ?? '' },
    { label: parameters.steps, value: String(card.steps ?? '') },
    { label: parameters.guidanceScale, value: String(card.guidanceScale ?? '') },
    { label: parameters.scheduler, value: card.scheduler ?? '' },
    { label: parameters.negativePrompt, value: card.negativePrompt.join(', ') },
  ];
}

/** @param moment when it was made, in words */
export function placeFacts(card: ImageCard, moment: string, { image }: Pick<PageStrings, 'image'>): readonly Fact[] {
  return [
    { label: image.created, value: moment },
    { label: image.file, value: card.name },
  ];
}
