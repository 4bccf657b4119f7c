/** What the list of models shows, and in which order: each model once. */
import type { HomeModel } from './homeModel.ts';
import type { ListedModel } from './listedModel.ts';
import type { ModelSearch } from './modelSearch.ts';

export interface ModelChoices {
  /** Without space around it. */
  readonly typed: string;
  /** The latest first. */
  readonly recent: readonly string[];
  readonly recommended: readonly string[];
  /** Of a server of the user's own, in its order. */
  readonly home: readonly HomeModel[];
  /** For what is typed; undefined where the Hub is not searched. */
  readonly search: ModelSearch | undefined;
  /** All that searches have told so far. */
  readonly known: readonly ListedModel[];
  /** Whether the words could be a model's name. */
  readonly isName: (words: string) => boolean;
}

export interface ModelSections {
  readonly recent: readonly string[];
  readonly home: readonly HomeModel[];
  readonly recommended: readonly string[];
  /** Trending ones where nothing is typed, else what was found. */
  readonly found: readonly string[];
  /** The words themselves, where they may be the name of a model that is in no section. */
  readonly typed?: string;
}

/** While nothing is typed: the list below is what most people come for. */
const mostRecent = 5;

export function modelSections(choices: ModelChoices): ModelSections {
  const { typed, search } = choices;
  const fits = (id: string): boolean => hasWords(id, typed);
  const home = choices.home.filter(({ id, title }) => fits(`${id} ${title}`));
  const atHome = new Set(choices.home.map(({ id }) => id));
  // What the server has is shown as such: who has used its only model would not see that it was found.
  const used = choices.recent.filter((id) => !atHome.has(id));
  const recent = typed === '' ? used.slice(0, mostRecent) : used.filter(fits);
  const recommended = choices.recommended.filter((id) => fits(id) && !atHome.has(id) && !recent.includes(id));
  const shown = new Set([...home.map(({ id }) => id), ...recent, ...recommended]);
  const found = search ? foundIn(search, choices.known).filter((id) => !shown.has(id)) : [];
  const isNew = !shown.has(typed) && !found.includes(typed) && choices.isName(typed);
  return { recent, home, recommended, found, ...(isNew ? { typed } : {}) };
}

/** Until the Hub has answered, what it has told before may have what is looked for. */
function foundIn({ words, models, pages }: ModelSearch, known: readonly ListedModel[]): readonly string[] {
  if (pages > 0) return models.map(({ id }) => id);
  return words === '' ? [] : known.map(({ id }) => id).filter((id) => hasWords(id, words));
}

/** Whether a name has all of the words in it, in any order; upper and lower case are the same. */
export function hasWords(name: string, words: string): boolean {
  const lower = name.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
