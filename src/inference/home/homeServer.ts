/** A server of the user's own: where it begins, and the token that may go there. */
import { endpointUrl } from '../addresses.ts';
import { tokenThatMayGo } from '../tokenThatMayGo.ts';

export interface HomeServer {
  /** Without a slash at the end. */
  readonly root: string;
  readonly token: string | undefined;
}

/** @throws {ImageFailure} `invalidRequest` for an address that cannot be used */
export async function serverAt(
  address: string,
  tokenFor: (origin: string) => Promise<string | undefined>,
): Promise<HomeServer> {
  const root = serverRoot(address);
  const { origin, host } = new URL(root);
  return { root, token: await tokenThatMayGo(origin, host, tokenFor) };
}

const setting = 'depict.endpoint.url';
/** What people copy along from other programs' settings. */
const knownEnd = /\/(sdapi\/v1(\/txt2img)?|v1(\/images\/generations)?)\/*$/;

/** Whether an address ends as those of servers of other kinds than Hugging Face's do. */
export function namesCall(address: string): boolean {
  return knownEnd.test(new URL(address).pathname);
}

/**
 * Where a server begins, by an address that may name one of its calls. One with `{model}` in it says nothing of that:
 * its host does.
 * @throws {ImageFailure} `invalidRequest` for an address that cannot be used
 */
export function serverRoot(address: string): string {
  const { origin, pathname } = new URL(endpointUrl(setting, address, 'model'));
  return address.includes('{model}') ? origin : `${origin}${pathname.replace(knownEnd, '').replace(/\/+$/, '')}`;
}
