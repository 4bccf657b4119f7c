/** The samplers of the user's own server, for the form: asked for when somebody may look, forgotten when they may be others. */
import { EventEmitter, type Disposable, type Event } from 'vscode';
import { isImageFailure } from '../../../core/failure.ts';
import type { HomeSamplers } from '../../../core/sidebar/schedulerSuggestions.ts';
import type { Models } from '../../model/models.ts';

export interface ServerSamplers extends Disposable {
  /** Undefined where there are none, or none yet. */
  readonly current: HomeSamplers | undefined;
  readonly onDidChange: Event<void>;
  /** Forgets them, and asks anew. What goes wrong is not told: the field takes any name. */
  ask(): void;
}

export function createServerSamplers({ home, onBug }: Pick<Models, 'home' | 'onBug'>): ServerSamplers {
  const changed = new EventEmitter<void>();
  let current: HomeSamplers | undefined;
  let asking = new AbortController();

  async function load(signal: AbortSignal): Promise<void> {
    try {
      const samplers = await home.samplers(signal);
      if (signal.aborted) return;
      current = samplers;
      changed.fire();
    } catch (error) {
      if (!signal.aborted && !isImageFailure(error)) onBug(error);
    }
  }

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    ask() {
      asking.abort();
      asking = new AbortController();
      current = undefined;
      void load(asking.signal);
    },
    dispose() {
      asking.abort();
      changed.dispose();
    },
  };
}
