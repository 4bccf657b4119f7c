/** The request over HTTP, for languages and servers that no official client speaks for. */
import { isHuggingFace, isLoopback } from '../token/tokenRule.ts';
import { membersOf, type Value } from './literal.ts';
import { parametersOf } from './apiParameters.ts';
import type { CodeSettings, CodeTarget } from './codeSettings.ts';

export interface HttpCall {
  readonly url: string;
  /** Besides the token and the type of the body: what asks every server for bytes instead of base64. */
  readonly accept: 'image/png';
  /** The environment variable that holds the token; missing where none is to be sent. */
  readonly tokenVariable?: string;
  readonly body: Readonly<Record<string, Value | undefined>>;
  /** A part of the address was left out. What to say about that, in one line. */
  readonly note?: string;
}

/** @param target left out: Hugging Face's own provider, the only one that is asked by the names of the Hub */
export function httpCall({ prompt, model, parameters }: CodeSettings, target?: CodeTarget): HttpCall {
  const { url, api } = target ?? {
    url: 'https://router.huggingface.co/hf-inference/models/{model}',
    api: 'hf',
  };
  const values = parametersOf[api](parameters);
  const shown = withoutSecrets(url);
  const address = shown.url.replaceAll('{model}', () => encodeModel(model));
  const tokenVariable = tokenVariableFor(address);
  return {
    url: address,
    accept: 'image/png',
    ...(tokenVariable === undefined ? {} : { tokenVariable }),
    body: { inputs: prompt, parameters: membersOf(values).length > 0 ? values : undefined },
    ...(shown.isWhole ? {} : { note: queryNote }),
  };
}

/** The Hugging Face token is for Hugging Face; over plain http no token is sent, and a server on this machine needs none. */
function tokenVariableFor(url: string): string | undefined {
  const origin = /^https?:\/\/[^/?#\\]*/i.exec(url)?.[0].toLowerCase() ?? '';
  if (isLoopback(origin) || !origin.startsWith('https:')) return undefined;
  const isEndpoint = /^https:\/\/[\w.-]+\.(?:endpoints\.huggingface\.cloud|hf\.space)$/.test(origin);
  return isHuggingFace(origin) || isEndpoint ? 'HF_TOKEN' : 'ENDPOINT_TOKEN';
}

const queryNote = 'The address goes on with a query, which is left out here because it may hold a secret.';

/** A name and password in an address are secrets like a token, and so may be all of a query but the model's place. */
function withoutSecrets(url: string): { readonly url: string; readonly isWhole: boolean } {
  const [, address = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')) ?? [];
  const pairs = query.split('&').filter((pair) => pair !== '');
  const kept = pairs.filter((pair) => /^[\w.-]+=\{model\}$/.test(pair));
  return { url: kept.length > 0 ? `${address}?${kept.join('&')}` : address, isWhole: kept.length === pairs.length };
}

/** Segment by segment, the slashes stay; none may lead out of its place, nor be half a surrogate pair. */
function encodeModel(model: string): string {
  return model
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .filter((segment) => !/^\.{0,2}$/.test(segment))
    .map((segment) => encodeURIComponent(segment).replaceAll("'", '%27'))
    .join('/');
}
