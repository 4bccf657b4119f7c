/** Whom a program asks that is to make an image again: whoever made it, else whom the settings say. */
import type { CodeTarget } from './codeSettings.ts';
import { providerName } from './providerName.ts';

export interface Asked {
  readonly provider: string;
  /** Left out: Hugging Face's Inference Providers. */
  readonly target?: CodeTarget;
}

/**
 * @param madeBy a provider's id or the host of a server, where that is known
 * @param endpoint the server in use, if any. Only of this one the whole address is known.
 */
export function whoIsAsked(madeBy: string | undefined, provider: string, endpoint: CodeTarget | undefined): Asked {
  const isEndpoint = madeBy !== undefined && endpoint !== undefined && hostOf(endpoint.url) === madeBy.toLowerCase();
  const isProvider = madeBy !== undefined && providerName({ provider: madeBy }) !== 'auto';
  if (isProvider && !isEndpoint) return { provider: madeBy };
  return { provider, ...(endpoint ? { target: endpoint } : {}) };
}

/** With its port, unless that is the usual one. */
function hostOf(url: string): string | undefined {
  const [, scheme, host] = /^(https?):\/\/(?:[^/?#\\]*@)?([^/?#\\]*)/i.exec(url.toLowerCase()) ?? [];
  return host?.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}
