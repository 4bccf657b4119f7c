/** What a search on the Hub has told so far: values only, replaced as pages come in. */
import type { Failure } from '../failure.ts';
import type { ListedModel, ModelPage } from './listedModel.ts';

export interface ModelSearch {
  /** Empty: what is talked about just now. */
  readonly words: string;
  /** No model twice, in the Hub's order. */
  readonly models: readonly ListedModel[];
  readonly next?: string;
  readonly pages: number;
  readonly isLoading: boolean;
  /** What became of the last page. */
  readonly failure?: Failure;
}

/** A server could send pages for ever. */
export const mostPages = 40;

export function newSearch(words: string): ModelSearch {
  return { words, models: [], pages: 0, isLoading: true };
}

export function loadingMore({ failure: _told, ...search }: ModelSearch): ModelSearch {
  return { ...search, isLoading: true };
}

export function withPage({ words, models, pages }: ModelSearch, { models: found, next }: ModelPage): ModelSearch {
  const known = new Set(models.map(({ id }) => id));
  const all = [...models, ...found.filter(({ id }) => !known.has(id))];
  const count = pages + 1;
  return {
    words,
    models: all,
    pages: count,
    isLoading: false,
    ...(next !== undefined && count < mostPages ? { next } : {}),
  };
}

/** What came before stays, and so does the way to the page that did not come. */
export function withFailure(search: ModelSearch, failure: Failure): ModelSearch {
  return { ...search, isLoading: false, failure };
}
