/** Words that are read out and not seen. A new element for each, so that the same words twice are read twice. */
import type { Announcement } from './pageState.ts';

export function LiveRegions({ polite, urgent }: Readonly<Record<'polite' | 'urgent', Announcement>>) {
  return (
    <div class="unseen">
      <div aria-live="polite">
        <p key={polite.turn}>{polite.text}</p>
      </div>
      <div aria-live="assertive">
        <p key={urgent.turn}>{urgent.text}</p>
      </div>
    </div>
  );
}
