/** What the list of models shows, and in which order: each model once, in the first section that has it. */
import type { ListedModel } from './listedModel.ts';
import type { ModelSearch } from './modelSearch.ts';

export interface ModelChoices {
  /** Without space around it. */
  readonly typed: string;
  /** The latest first. */
  readonly recent: readonly string[];
  readonly recommended: readonly string[];
  /** For what is typed; undefined where the Hub is not searched. */
  readonly search: ModelSearch | undefined;
  /** All that searches have told so far. */
  readonly known: readonly ListedModel[];
  /** Whether the words could be a model's name. */
  readonly isName: (words: string) => boolean;
}

export interface ModelSections {
  readonly recent: readonly string[];
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
  const recent = typed === '' ? choices.recent.slice(0, mostRecent) : choices.recent.filter(fits);
  const recommended = choices.recommended.filter((id) => fits(id) && !recent.includes(id));
  const shown = new Set([...recent, ...recommended]);
  const found = search ? foundIn(search, choices.known).filter((id) => !shown.has(id)) : [];
  const isNew = !shown.has(typed) && !found.includes(typed) && choices.isName(typed);
  return { recent, recommended, found, ...(isNew ? { typed } : {}) };
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
