/** Whether the addresses of the settings can be used, and whose they are. */
import { isImageFailure } from '../../core/failure.ts';
import type { Finding } from '../../core/connection/finding.ts';
import type { ServiceSettings } from '../../core/request.ts';
import { isLoopback } from '../../core/token/tokenRule.ts';
import { chooseDestination } from '../destination.ts';
import type { Checked } from './checkPorts.ts';

/** A name that any address takes: model, provider and billing are looked at in steps of their own. */
const anyModel = { model: 'owner/name', provider: 'auto' };

export function addressFinding({ settings }: Pick<Checked, 'settings'>): Finding {
  const { billTo: _, ...rest } = settings;
  try {
    const { origin } = chooseDestination(anyModel, rest);
    return named(rest, origin);
  } catch (error) {
    if (!isImageFailure(error)) throw error;
    return { type: 'badSettings', failure: error.failure };
  }
}

function named({ endpoint, routerUrl, hubUrl }: ServiceSettings, origin: string): Finding {
  if (!endpoint) return { type: 'usesRouter', router: new URL(routerUrl).host, hub: new URL(hubUrl).host };
  return { type: 'usesEndpoint', address: origin, api: endpoint.api, loopback: isLoopback(origin) };
}
