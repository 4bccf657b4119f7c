/** Everything that choosing a model needs: the models of the Hub or of the user's own server, and those used lately. */
import type { LogOutputChannel, Memento } from 'vscode';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import { showBug } from '../failures/showFailure.ts';
import type { History } from '../history/history.ts';
import type { EnvironmentAddresses } from '../settings/readSettings.ts';
import type { Tokens } from '../token/tokens.ts';
import { createHomeLists, type HomeLists } from './homeLists.ts';
import { createHubModels, type HubModels } from './hubModels.ts';
import { createRecentModels, type RecentModels } from './recentModels.ts';

export interface Models {
  readonly hub: HubModels;
  readonly home: HomeLists;
  readonly recent: RecentModels;
  /** Gets errors that nobody foresaw. */
  readonly onBug: (error: unknown) => void;
}

export function createModels(
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  environment: EnvironmentAddresses,
  history: History,
  state: Memento,
  log: LogOutputChannel,
): Models {
  return {
    hub: createHubModels(engine, tokens, environment),
    home: createHomeLists(engine, tokens, environment),
    recent: createRecentModels(history, state),
    onBug: (error) => void showBug(error, log),
  };
}
