/** What is known about an image. Only what is known. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { usePage } from '../page/pageContext.ts';
import { placeFacts, settingFacts } from './facts.ts';

export function FactList({ card }: { readonly card: ImageCard }) {
  const { strings, dates } = usePage();
  const facts = [...settingFacts(card, strings), ...placeFacts(card, dates.moment(card.createdAt), strings)];
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
