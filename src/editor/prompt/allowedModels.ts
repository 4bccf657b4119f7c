/** Remembers which language models may be sent the words of documents. In Restricted Mode nothing is added. */
import { workspace, type LanguageModelChat, type Memento } from 'vscode';

export interface AllowedModels {
  /** The one that was allowed last, of those that are there. */
  last(models: readonly LanguageModelChat[]): LanguageModelChat | undefined;
  /** Also of those that are not there just now. */
  hasAny(): boolean;
  allow(model: LanguageModelChat): Promise<void>;
  /** Asks again before any of them is used. */
  forget(): Promise<void>;
}

/** The value is a list of keys, the one allowed last at the end. */
const allowedKey = 'languageModelsAllowed';
const maxRemembered = 50;

export function createAllowedModels(state: Memento): AllowedModels {
  const keys = (): readonly string[] => state.get<readonly string[]>(allowedKey, []);
  return {
    last: (models) =>
      keys()
        .map((key) => models.find((model) => keyOf(model) === key))
        .findLast((model) => model),
    hasAny: () => keys().length > 0,
    async allow(model) {
      if (!workspace.isTrusted) return;
      const others = keys().filter((key) => key !== keyOf(model));
      await state.update(allowedKey, [...others, keyOf(model)].slice(-maxRemembered));
    },
    async forget() {
      await state.update(allowedKey, undefined);
    },
  };
}

function keyOf({ vendor, id }: LanguageModelChat): string {
  return JSON.stringify([vendor, id]);
}
