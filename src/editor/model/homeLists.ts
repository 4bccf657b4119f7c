/** What a server of the user's own has, asked through the engine with the token that may go there. */
import type { HomeModel } from '../../core/models/homeModel.ts';
import type { HomeSamplers } from '../../core/sidebar/schedulerSuggestions.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import type { Tokens } from '../token/tokens.ts';

export interface HomeLists {
  /** Empty without such a server, and for kinds that have no list. @throws {ImageFailure} @throws the signal's reason */
  models(signal: AbortSignal): Promise<readonly HomeModel[]>;
  /** Undefined for kinds that have none: nobody is asked then. @throws {ImageFailure} @throws the signal's reason */
  samplers(signal: AbortSignal): Promise<HomeSamplers | undefined>;
}

export function createHomeLists(
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  environment: EnvironmentAddresses,
): HomeLists {
  const tokenFor = (origin: string): Promise<string | undefined> => tokens.forOrigin(origin);
  return {
    async models(signal) {
      const { service } = readSettings(undefined, environment);
      return (await engine.load()).listModels(service, { tokenFor, signal });
    },
    async samplers(signal) {
      // Showing the sidebar must not load the engine for everybody.
      if (readDefaults(undefined).endpoint?.api !== 'automatic1111') return undefined;
      const { service } = readSettings(undefined, environment);
      return (await engine.load()).listSamplers(service, { tokenFor, signal });
    },
  };
}
