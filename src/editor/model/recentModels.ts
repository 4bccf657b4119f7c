/** The models that pictures were made with, and those that were chosen: for the list to begin with. */
import type { Event, Memento } from 'vscode';
import { isModelId } from '../../core/modelId.ts';
import { recentModels, type ModelUse } from '../../core/models/recentModels.ts';
import type { History } from '../history/history.ts';

export interface RecentModels {
  /** The latest first. */
  list(): readonly string[];
  readonly onDidChange: Event<void>;
  /** Looks for those of earlier runs, too. Never rejects. */
  refresh(): Promise<void>;
  noteChosen(model: string): Promise<void>;
}

const key = 'chosenModels';
const mostChosen = 20;
const mostListed = 50;

export function createRecentModels(
  history: Pick<History, 'images' | 'onDidChange' | 'refresh'>,
  state: Memento,
): RecentModels {
  const chosen = (): readonly ModelUse[] => state.get<readonly ModelUse[]>(key, []);
  return {
    onDidChange: history.onDidChange,
    refresh: () => history.refresh(),
    list() {
      const made = history.images.map(({ record, savedAt }) => ({ model: record.model, at: savedAt }));
      // Pictures may come from anybody, and so may the names in them.
      return recentModels([...chosen(), ...made], mostListed).filter(isModelId);
    },
    async noteChosen(model) {
      const others = chosen().filter((one) => one.model !== model);
      await state.update(key, [{ model, at: Date.now() }, ...others].slice(0, mostChosen));
    },
  };
}
