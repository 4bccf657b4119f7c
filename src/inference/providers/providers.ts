/** Everyone that Depict can ask. A new provider is one file and one row here, and one in `src/core/services.ts`. */
import type { EndpointApi } from '../../core/request.ts';
import { automatic1111 } from './automatic1111.ts';
import { falAi } from './falAi.ts';
import { hf } from './hf.ts';
import { hfInference } from './hfInference.ts';
import { hfLegacy } from './hfLegacy.ts';
import { nscale } from './nscale.ts';
import { openAi } from './openAi.ts';
import type { EndpointDialect, RoutedProvider } from './provider.ts';
import { replicate } from './replicate.ts';
import { together } from './together.ts';
import { wavespeed } from './wavespeed.ts';
import { zaiOrg } from './zaiOrg.ts';

/** Behind the router, by the id that the Hub gives them. */
export const routedProviders: ReadonlyMap<string, RoutedProvider> = new Map([
  ['hf-inference', hfInference],
  ['fal-ai', falAi],
  ['replicate', replicate],
  ['together', together],
  ['nscale', nscale],
  ['wavespeed', wavespeed],
  ['zai-org', zaiOrg],
]);

/** Servers of the user's own, by the setting `depict.endpoint.api`. */
export const endpointDialects: Readonly<Record<EndpointApi, EndpointDialect>> = {
  hf,
  'hf-legacy': hfLegacy,
  openai: openAi,
  automatic1111,
};
