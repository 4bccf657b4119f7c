/**
 * Which parameters each service takes, for all who must know it before one is asked: the form of the sidebar shows the
 * others as not available. The services' own files in `src/inference/providers` are held to it by a test.
 */
import { parameters, type ParameterName } from './parameters.ts';
import type { EndpointApi } from './request.ts';

const all = Object.keys(parameters) as readonly ParameterName[];

/** Behind the router, by the id that the Hub gives them. */
export const routedServices: Readonly<Record<string, readonly ParameterName[]>> = {
  'hf-inference': all,
  'fal-ai': without('scheduler'),
  replicate: without('scheduler'),
  together: without('scheduler'),
  nscale: without('steps', 'guidanceScale', 'scheduler'),
  wavespeed: without('scheduler'),
  'zai-org': ['width', 'height'],
};

/** Servers of the user's own, by the dialect they speak. */
export const endpointServices: Readonly<Record<EndpointApi, readonly ParameterName[]>> = {
  hf: all,
  'hf-legacy': all,
  openai: without('guidanceScale', 'scheduler'),
  automatic1111: all,
};

/**
 * Makes placeholders on this machine and asks nobody. They stand for a picture that will be made, so they keep every
 * parameter.
 */
export const draftProvider = 'draft';

/** What the setting `depict.provider` can be: a service behind the router, the first that can, or none at all. */
export const providerChoices: readonly string[] = ['auto', ...Object.keys(routedServices), draftProvider];

function without(...names: readonly ParameterName[]): readonly ParameterName[] {
  return all.filter((name) => !names.includes(name));
}

/** All of them where nobody can know yet: `auto` is decided when the image is asked for. */
export function takenParameters(provider: string, endpoint: EndpointApi | undefined): readonly ParameterName[] {
  if (provider === draftProvider) return all;
  if (endpoint) return endpointServices[endpoint];
  return Object.hasOwn(routedServices, provider) ? (routedServices[provider] ?? all) : all;
}
