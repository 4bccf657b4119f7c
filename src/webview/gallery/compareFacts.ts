/** Two images' prompts and settings side by side, with what differs. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { settingFacts } from '../images/facts.ts';

export interface ComparedFact {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly differs: boolean;
}

/** Without what neither has. */
export function compareFacts(
  left: ImageCard,
  right: ImageCard,
  strings: Pick<PageStrings, 'image' | 'form'>,
): readonly ComparedFact[] {
  const [lefts, rights] = [left, right].map((card) => [
    { label: strings.image.prompt, value: card.prompt },
    ...settingFacts(card, strings),
  ]);
  return (lefts ?? [])
    .map(({ label, value }, at) => ({ label, left: value, right: rights?.[at]?.value ?? '' }))
    .filter((fact) => fact.left !== '' || fact.right !== '')
    .map((fact) => ({ ...fact, differs: fact.left !== fact.right }));
}
