/** Whether a model is served now, by a provider that Depict speaks. */
import type { Finding } from '../../core/connection/finding.ts';
import { isImageFailure } from '../../core/failure.ts';
import { routerDestination } from '../destination.ts';
import { providersOf } from '../hub/candidates.ts';
import type { Hub } from '../hub/hub.ts';
import { createLookUps } from '../hub/lookUp.ts';
import { withRelatives } from '../hub/withRelatives.ts';
import { tokenThatMayGo } from '../tokenThatMayGo.ts';
import type { Checked, CheckPorts } from './checkPorts.ts';

/** Asks the Hub anew, whatever it has told before. */
export async function checkModel(
  { settings, model, provider }: Checked,
  { transport, findToken, signal }: Pick<CheckPorts, 'transport' | 'findToken' | 'signal'>,
): Promise<Finding> {
  let hub: Hub | undefined;
  try {
    const { billTo: _, ...rest } = settings;
    const destination = routerDestination(model, provider, rest);
    const { origin, host } = new URL(destination.hubUrl);
    const token = await tokenThatMayGo(origin, host, async (one) => (await findToken(one))?.token);
    hub = { url: destination.hubUrl, token };
    const providers = await providersOf(destination, hub, createLookUps(), transport, signal);
    return { type: 'modelServed', model, providers };
  } catch (error) {
    signal.throwIfAborted();
    if (!isImageFailure(error)) throw error;
    if (!isVerdict(error.failure.kind)) return { type: 'modelUnknown', failure: error.failure };
    const told = hub ? await withRelatives(error, hub, createLookUps(), transport, signal) : error;
    return { type: 'modelFails', failure: told.failure };
  }
}

/** Anything else says nothing about the model. */
function isVerdict(kind: string): boolean {
  return ['modelMissing', 'modelNotServed', 'invalidRequest', 'forbidden'].includes(kind);
}
