/** Checks everything that becomes part of an address before it does. */
import { invalid } from '../core/checkRequest.ts';
import { isModelId } from '../core/modelId.ts';
import { withoutSecrets } from './reply/serviceWords.ts';

/**
 * The Hub's own rule for a model's name: letters, digits, `-`, `_`, `.`; old models such as `gpt2` have no owner.
 * Nothing that passes has to be encoded or can leave its place in a path.
 * @throws {ImageFailure} `invalidRequest`
 */
export function checkModelId(model: string): string {
  if (!isModelId(model)) throw invalid({ type: 'badModelId', model });
  return model;
}

/**
 * @param name the setting, for the message
 * @returns the address without trailing slashes
 * @throws {ImageFailure} `invalidRequest` unless it is http or https and has neither credentials, query nor fragment
 */
export function checkBaseUrl(name: string, url: string): string {
  const parsed = parse(name, url);
  if (parsed.search || parsed.hash) throw badUrl(name, url);
  return parsed.href.replace(/\/+$/, '');
}

/**
 * The complete address of an endpoint. `{model}` in its path or query stands for the model, whose slashes stay. It may
 * not stand in the host: a document that names a model must not choose who gets the prompt.
 * @throws {ImageFailure} `invalidRequest`
 */
export function endpointUrl(name: string, template: string, model: string): string {
  const placeholder = '{model}';
  if (!template.includes(placeholder)) return parse(name, template).href;
  const before = template.slice(0, template.indexOf(placeholder));
  if (!/^https?:\/\/[^/?#\\]+[/?]/i.test(before)) throw badUrl(name, template);
  const origin = parse(name, before).origin;
  const url = parse(
    name,
    template.replaceAll(placeholder, () => encodedModel(model)),
  );
  if (url.origin !== origin) throw badUrl(name, template);
  return url.href;
}

/**
 * An address below a server of the user's own. The setting may hold its root, with or without the `/v1` that other
 * programs want to see there, or the whole address.
 * @param path of the call, from the root
 * @throws {ImageFailure} `invalidRequest`
 */
export function urlBelow(name: string, base: string, path: string): string {
  if (base.includes('{')) throw badUrl(name, base);
  const root = checkBaseUrl(name, base);
  const start = root.endsWith('/v1') && path.startsWith('/v1/') ? root.slice(0, -'/v1'.length) : root;
  return start.endsWith(path) ? start : `${start}${path}`;
}

/** A server of the user's own may name its models as it likes: each segment is encoded, the slashes stay. */
function encodedModel(model: string): string {
  const segments = model.split('/');
  const wrong = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  // Half a surrogate pair cannot be encoded.
  if (wrong || /\p{Surrogate}/u.test(model)) throw invalid({ type: 'badModelId', model });
  return segments.map((segment) => encodeURIComponent(segment)).join('/');
}

function parse(name: string, url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const right = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  if (!right) throw badUrl(name, url);
  return parsed;
}

function badUrl(name: string, url: string): Error {
  return invalid({ type: 'badUrl', name, url: withoutSecrets(url) });
}
