/** What this window has asked for since it was opened, and the limit that the user has set to it. */
import { EventEmitter, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import type { Picture } from '../../core/generate.ts';
import { plainText } from '../../core/plainText.ts';
import { allowing, countWith, countWithout, nothingAsked } from '../../core/spend/sessionCount.ts';
import { nothingTallied, tallyWith, type Tally } from '../../core/spend/tally.ts';
import { sessionLimit } from '../settings/sessionLimit.ts';

export interface Spend extends Disposable {
  readonly onDidChange: Event<void>;
  /** Images that were asked for, less those that came to nothing and cost nothing. */
  readonly images: number;
  readonly tally: Tally;
  /**
   * Counts images before any of them is begun, so that jobs beside each other cannot slip past the limit together.
   * @throws {ImageFailure} `invalidRequest` of the type `sessionLimit`
   */
  begin(count: number): BegunImages;
  /** The user's yes to so many more. */
  allow(count: number): void;
  /** A picture is here. */
  note(picture: Pick<Picture<unknown>, 'record' | 'cost'>): void;
}

export interface BegunImages {
  /** One of them may have been made. */
  spent(): void;
  /** Gives back those of which that was not said. */
  end(): void;
}

export function createSpend(log: Pick<LogOutputChannel, 'info'>): Spend {
  const changed = new EventEmitter<void>();
  let count = nothingAsked;
  let tally = nothingTallied;
  return {
    onDidChange: changed.event,
    get images() {
      return count.asked;
    },
    get tally() {
      return tally;
    },
    begin(more) {
      const most = sessionLimit();
      const counted = countWith(count, more, most);
      if (!counted) throw invalid({ type: 'sessionLimit', asked: count.asked, count: more, limit: most });
      count = counted;
      changed.fire();
      let left = more;
      return {
        spent: () => {
          left -= 1;
        },
        end() {
          if (left <= 0) return;
          count = countWithout(count, left);
          left = 0;
          changed.fire();
        },
      };
    },
    allow(more) {
      count = allowing(count, more, sessionLimit());
    },
    note({ record: { provider, model }, cost = {} }) {
      tally = tallyWith(tally, provider, cost);
      const { computeSeconds, billableUnits } = cost;
      const facts = [
        provider,
        ...(computeSeconds === undefined ? [] : [`${computeSeconds} s of compute time`]),
        ...(billableUnits === undefined ? [] : [`${billableUnits} billable units`]),
      ];
      log.info(plainText(`Image by ${model}: ${facts.join(', ')}`, 300));
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
