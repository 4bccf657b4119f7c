/** The models of a server of the user's own, as the list that is open knows them: asked for once, and again when told to. */
import { EventEmitter, type Disposable, type Event } from 'vscode';
import { isImageFailure, type Failure } from '../../core/failure.ts';
import type { HomeModel } from '../../core/models/homeModel.ts';
import type { HomeLists } from './homeLists.ts';

export interface HomeListing {
  readonly models: readonly HomeModel[];
  readonly isLoading: boolean;
  /** Why there are none. */
  readonly failure?: Failure;
}

export interface HomeList extends Disposable {
  readonly onDidChange: Event<void>;
  readonly current: HomeListing;
  /** Nothing while an answer is on its way. */
  askAgain(): void;
}

/** Begins to ask. `onBug` gets what is no failure of the server's. */
export function createHomeList(home: Pick<HomeLists, 'models'>, onBug: (error: unknown) => void): HomeList {
  const changed = new EventEmitter<void>();
  const asking = new AbortController();
  const { signal } = asking;
  let current: HomeListing = { models: [], isLoading: true };

  function put(listing: HomeListing): void {
    current = listing;
    changed.fire();
  }

  async function ask(): Promise<void> {
    try {
      const models = await home.models(signal);
      if (!signal.aborted) put({ models, isLoading: false });
    } catch (error) {
      if (signal.aborted) return;
      if (isImageFailure(error)) return put({ models: [], isLoading: false, failure: error.failure });
      put({ models: [], isLoading: false });
      onBug(error);
    }
  }

  void ask();
  return {
    onDidChange: changed.event,
    get current() {
      return current;
    },
    askAgain() {
      if (current.isLoading) return;
      put({ models: [], isLoading: true });
      void ask();
    },
    dispose() {
      asking.abort();
      changed.dispose();
    },
  };
}
