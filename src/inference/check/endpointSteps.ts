/** A server of the user's own: whether it is of the kind that the settings say, and whether it has the model. */
import type { Finding, StepId } from '../../core/connection/finding.ts';
import { isImageFailure } from '../../core/failure.ts';
import { isHubModel } from '../../core/modelId.ts';
import type { EndpointApi, ServiceSettings } from '../../core/request.ts';
import { endpointUrl } from '../addresses.ts';
import { namesCall, serverAt, serverRoot, type HomeServer } from '../home/homeServer.ts';
import { listModels } from '../home/listModels.ts';
import { recognize, type Recognized } from '../home/recognize.ts';
import type { CheckPorts } from './checkPorts.ts';

type Endpoint = NonNullable<ServiceSettings['endpoint']>;
type Ports = Pick<CheckPorts, 'transport' | 'findToken' | 'signal'>;

export function endpointSteps(
  model: string,
  endpoint: Endpoint,
  ports: Ports,
): Readonly<Record<Extract<StepId, 'kind' | 'model'>, () => Promise<Finding>>> {
  let isOfKind = false;
  return {
    async kind() {
      const finding = await orUnknown(
        () => checkKind(model, endpoint, ports),
        ports.signal,
        () => ({
          type: 'kindUnknown',
          api: endpoint.api,
          address: new URL(serverRoot(endpoint.url)).host,
        }),
      );
      isOfKind = finding.type === 'kindAsSet';
      return finding;
    },
    async model() {
      if (!isOfKind) return { type: 'notChecked', step: 'model' };
      return orUnknown(
        () => checkHomeModel(model, endpoint, ports),
        ports.signal,
        (failure) => ({ type: 'modelUnknown', failure }),
      );
    },
  };
}

/** What a question means that was not answered. */
async function orUnknown(
  ask: () => Promise<Finding>,
  signal: AbortSignal,
  unknown: (failure: Extract<Finding, { readonly type: 'modelUnknown' }>['failure']) => Finding,
): Promise<Finding> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (!isImageFailure(error)) throw error;
    return unknown(error.failure);
  }
}

async function checkKind(model: string, { url, api }: Endpoint, ports: Ports): Promise<Finding> {
  const { transport, signal } = ports;
  const server = await serverOf(url, ports);
  const whole = isHf(api) && !namesCall(url) ? endpointUrl('depict.endpoint.url', url, model) : undefined;
  return kindFinding(api, server.root, await recognize(server, whole, transport, signal));
}

function kindFinding(api: EndpointApi, root: string, { apis, refused, asleep, noApi }: Recognized): Finding {
  const { origin, host: address } = new URL(root);
  const [answers] = apis;
  if (apis.includes(api) || (isHf(api) && apis.includes('hf') && answers === 'hf')) return { type: 'kindAsSet', api };
  if (answers !== undefined) return { type: 'kindOther', api, answers };
  if (refused) return { type: 'kindRefused', origin };
  if (asleep) return { type: 'kindAsleep', address };
  return noApi && api === 'automatic1111' ? { type: 'kindNoApi', address } : { type: 'kindUnknown', api, address };
}

async function checkHomeModel(model: string, { url, api }: Endpoint, ports: Ports): Promise<Finding> {
  const { transport, signal } = ports;
  // To a web UI the name of a model on the Hub is not even sent.
  if (isHf(api) || (api === 'automatic1111' && (model === '' || isHubModel(model)))) return { type: 'modelOfServer' };
  const models = await listModels(await serverOf(url, ports), api, transport, signal);
  const isListed = models.some(({ id, title }) => [id, title].includes(model));
  if (isListed) return { type: 'modelListed', model };
  return { type: 'modelUnlisted', model, models: models.slice(0, 5).map(({ id }) => id) };
}

function serverOf(url: string, { findToken }: Pick<CheckPorts, 'findToken'>): Promise<HomeServer> {
  return serverAt(url, async (origin) => (await findToken(origin))?.token);
}

function isHf(api: EndpointApi): boolean {
  return api === 'hf' || api === 'hf-legacy';
}
