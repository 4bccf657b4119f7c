/** What services answer when all is not well, and where: at an endpoint, or at a provider with a queue. */
import type { FaultRule } from '../../demoApi/faults/fault.ts';
import type { FaultName } from '../../demoApi/faults/namedFaults.ts';

export interface Trouble {
  readonly label: string;
  /** Of the local API: a complete address, or a model through the router. */
  readonly at: { readonly endpoint: string } | { readonly provider: 'fal-ai'; readonly model: string };
  readonly faults: readonly FaultRule[];
}

const endpoint = '/models/black-forest-labs/FLUX.1-schnell';
const fal = { provider: 'fal-ai', model: 'black-forest-labs/FLUX.1-schnell' } as const;

export const troubles: readonly Trouble[] = [
  answering('503 overloaded, for as long as one asks', 'overloaded'),
  answering('503 the model is loading', 'loading'),
  answering('200 with a page of a hotel', 'captivePortal'),
  answering('200 without a body', 'empty'),
  answering('204', 'noContent'),
  answering('200 with an error in JSON', 'errorWith200'),
  answering('200 with half a picture', 'cutQuietly'),
  answering('200 with a black picture', 'blackPng'),
  answering('200 with a picture and another type', 'typeLie'),
  answering('400 with an error that is an object', 'badRequestObject'),
  answering('400 with a list of errors', 'badRequestList'),
  answering('422 with a detail for each field', 'unprocessableList'),
  answering('500 with the reason elsewhere', 'serverError'),
  answering('402 without credit', 'noCredit'),
  { label: 'an endpoint of the toolkit, base64', at: { endpoint: '/endpoint' }, faults: [] },
  { label: 'a job that fails in its queue', at: fal, faults: [{ on: 'GET /fal-ai/*/status', fault: 'falFailed' }] },
];

function answering(label: string, fault: FaultName): Trouble {
  return { label, at: { endpoint }, faults: [{ on: 'POST *', fault }] };
}
