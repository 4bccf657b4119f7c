/** What the Hub knows of models, asked through the engine with the token that may go there. */
import type { ModelPage, ModelQuestion } from '../../core/models/listedModel.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import type { Tokens } from '../token/tokens.ts';

export interface HubModels {
  /** @throws {ImageFailure} @throws the signal's reason */
  search(question: ModelQuestion, signal: AbortSignal): Promise<ModelPage>;
  /** Ids of those that serve a model, in the user's order. @throws {ImageFailure} @throws the signal's reason */
  servingProviders(model: string, signal: AbortSignal): Promise<readonly string[]>;
}

export function createHubModels(
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  environment: EnvironmentAddresses,
): HubModels {
  const hubUrl = (): string => readSettings(undefined, environment).service.hubUrl;
  const tokenFor = (origin: string): Promise<string | undefined> => tokens.forOrigin(origin);
  return {
    async search(question, signal) {
      return (await engine.load()).searchModels(question, hubUrl(), { tokenFor, signal });
    },
    async servingProviders(model, signal) {
      return (await engine.load()).servingProviders(model, hubUrl(), { tokenFor, signal });
    },
  };
}
