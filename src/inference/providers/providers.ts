/** Everyone that Depict can ask. A new provider is one file and one row here. */
import type { EndpointApi } from '../../core/request.ts';
import { hf } from './hf.ts';
import { hfInference } from './hfInference.ts';
import { hfLegacy } from './hfLegacy.ts';
import type { Provider, RoutedProvider } from './provider.ts';

/** Behind the router, by the id that the Hub gives them. */
export const routedProviders: ReadonlyMap<string, RoutedProvider> = new Map([['hf-inference', hfInference]]);

/** Servers of the user's own, by the setting `depict.endpoint.api`. */
export const endpointDialects: Readonly<Record<EndpointApi, Provider>> = { hf, 'hf-legacy': hfLegacy };
