/** The request over HTTP, for languages and servers that no official client speaks for. */
import type { EndpointApi } from '../request.ts';
import { isHuggingFace, isLoopback } from '../token/tokenRule.ts';
import { bodyOf } from './apiParameters.ts';
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import type { Value } from './literal.ts';

export interface HttpCall {
  readonly url: string;
  /** Besides the token and the type of the body: `image/png` asks every server that can for bytes. */
  readonly accept: 'image/png' | 'application/json';
  /** Where the picture is found in an answer in JSON, in base64; missing where the answer is the picture. */
  readonly base64At?: readonly [list: string, index: 0, member?: string];
  /** The environment variable that holds the token; missing where none is to be sent. */
  readonly tokenVariable?: string;
  readonly body: Readonly<Record<string, Value | undefined>>;
  /** A part of the address was left out. What to say about that, in one line. */
  readonly note?: string;
}

/** @param target left out: Hugging Face's own provider, the only one that is asked by the names of the Hub */
export function httpCall(settings: CodeSettings, target?: CodeTarget): HttpCall {
  const { url, api } = target ?? {
    url: 'https://router.huggingface.co/hf-inference/models/{model}',
    api: 'hf',
  };
  const shown = withoutSecrets(url);
  const address = shown.url.replaceAll('{model}', () => encodeModel(settings.model)) + pathBelow(shown.url, api);
  const tokenVariable = tokenVariableFor(address);
  const base64At = base64Places[api];
  return {
    url: address,
    accept: base64At ? 'application/json' : 'image/png',
    ...(base64At ? { base64At } : {}),
    ...(tokenVariable === undefined ? {} : { tokenVariable }),
    body: bodyOf[api](settings),
    ...(shown.isWhole ? {} : { note: queryNote }),
  };
}

const base64Places: Readonly<Record<EndpointApi, HttpCall['base64At']>> = {
  hf: undefined,
  'hf-legacy': undefined,
  openai: ['data', 0, 'b64_json'],
  automatic1111: ['images', 0],
};

/** These two have the server's root in the settings; some write it with the `/v1` that other programs want. */
function pathBelow(url: string, api: EndpointApi): string {
  if (api === 'automatic1111') return /\/sdapi\/v1\/txt2img\/?$/.test(url) ? '' : slashed(url, 'sdapi/v1/txt2img');
  if (api !== 'openai' || /\/v1\/images\/generations\/?$/.test(url)) return '';
  return slashed(url, /\/v1\/?$/.test(url) ? 'images/generations' : 'v1/images/generations');
}

function slashed(url: string, path: string): string {
  return url.endsWith('/') ? path : `/${path}`;
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
