/** The search behind a list that is typed into: waits for a pause, gives up what nobody wants any more, and goes on by pages. */
import { EventEmitter, type Disposable, type Event } from 'vscode';
import { isImageFailure } from '../../core/failure.ts';
import type { ListedModel, ModelQuestion } from '../../core/models/listedModel.ts';
import { loadingMore, newSearch, withFailure, withPage, type ModelSearch } from '../../core/models/modelSearch.ts';
import type { HubModels } from './hubModels.ts';

export interface LiveSearch extends Disposable {
  readonly onDidChange: Event<void>;
  /** For the words that were typed last. */
  readonly current: ModelSearch;
  /** All that was told so far. */
  readonly known: ReadonlyMap<string, ListedModel>;
  type(words: string): void;
  /** The next page, or once more the one that did not come. Nothing while one is on its way. */
  goOn(): void;
}

/** Milliseconds without a key: shorter would ask for every half of a word. */
const pause = 250;
/** A page may have nothing that Depict speaks. */
const mostPagesAtOnce = 3;

/** Begins with what is talked about. `onBug` gets what is no failure of the Hub's. */
export function createLiveSearch(hub: Pick<HubModels, 'search'>, onBug: (error: unknown) => void): LiveSearch {
  const changed = new EventEmitter<void>();
  const known = new Map<string, ListedModel>();
  /** By their words: going back to them asks nobody. */
  const done = new Map<string, ModelSearch>();
  let current = newSearch('');
  let asking = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function put(search: ModelSearch): void {
    current = search;
    for (const model of search.models) known.set(model.id, model);
    if (search.isLoading || search.failure) done.delete(search.words);
    else done.set(search.words, search);
    changed.fire();
  }

  function giveUp(): void {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
  }

  async function load({ signal }: AbortController): Promise<void> {
    const before = current.models.length;
    for (let page = 0; page < mostPagesAtOnce; page++) {
      const { words, next } = current;
      const question: ModelQuestion = next === undefined ? { words } : { next };
      const found = await hub.search(question, signal);
      if (signal.aborted) return;
      const grown = withPage(current, found);
      if (grown.models.length > before || grown.next === undefined || page === mostPagesAtOnce - 1) return put(grown);
      put(loadingMore(grown));
    }
  }

  function start(): void {
    const mine = asking;
    load(mine).catch((error: unknown) => {
      // Whatever becomes of what was given up: something else is shown by now.
      if (mine.signal.aborted) return;
      if (isImageFailure(error)) return put(withFailure(current, error.failure));
      put({ ...current, isLoading: false });
      onBug(error);
    });
  }

  start();
  return {
    onDidChange: changed.event,
    get current() {
      return current;
    },
    known,
    type(words) {
      if (words === current.words) return;
      giveUp();
      const before = done.get(words);
      if (before) return put(before);
      put(newSearch(words));
      timer = setTimeout(start, words === '' ? 0 : pause);
    },
    goOn() {
      if (current.isLoading) return;
      put(loadingMore(current));
      start();
    },
    dispose() {
      giveUp();
      changed.dispose();
    },
  };
}
