/** Goes through everything that has to be right before a picture can come, one step after the other. */
import { isFine, type Finding, type StepId } from '../../core/connection/finding.ts';
import { stepsFor } from '../../core/connection/steps.ts';
import { serverRoot } from '../home/homeServer.ts';
import { accountSteps } from './accountSteps.ts';
import { addressFinding } from './addressFinding.ts';
import { checkBilling } from './checkBilling.ts';
import { checkHosts } from './checkHosts.ts';
import { checkModel } from './checkModel.ts';
import type { Checked, CheckPorts } from './checkPorts.ts';
import { checkToken } from './checkToken.ts';
import { endpointSteps } from './endpointSteps.ts';

type Steps = Readonly<Partial<Record<StepId, () => Finding | Promise<Finding>>>>;

/** Nothing is sent for these, so that they can be looked at although the service cannot be reached. */
const offlineSteps: readonly StepId[] = ['proxy', 'token', 'folder'];

/**
 * All that was found, in the order of the steps. Makes no picture, changes nothing and costs nothing.
 * @throws the signal's reason, when it is aborted
 */
export async function checkConnection(checked: Checked, ports: CheckPorts): Promise<readonly Finding[]> {
  const { signal } = ports;
  const findings: Finding[] = [];
  const tell = (finding: Finding): void => {
    signal.throwIfAborted();
    findings.push(finding);
    ports.onFinding(finding);
  };
  tell(addressFinding(checked));
  const steps: Steps = isFine(findings) ? stepsOf(checked, ports) : {};
  let isReached = true;
  for (const step of stepsFor(checked.settings).slice(1)) {
    const run = step === 'folder' ? ports.checkFolder : steps[step];
    const mayRun = isReached || offlineSteps.includes(step);
    const finding = run && mayRun ? await run() : ({ type: 'notChecked', step } as const);
    tell(finding);
    if (finding.type === 'hostFails') isReached = false;
  }
  return findings;
}

function stepsOf(checked: Checked, ports: CheckPorts): Steps {
  const { settings } = checked;
  const { endpoint, hubUrl, routerUrl } = settings;
  const urls = endpoint ? [serverRoot(endpoint.url)] : [routerUrl, hubUrl];
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  const [service = ''] = origins;
  const account = accountSteps(settings, ports);
  return {
    proxy: () => wayFinding(service, ports),
    host: () => checkHosts(origins, ports),
    token: () => checkToken(service, ports),
    billing: () => checkBilling(settings, account.known()),
    ...(endpoint
      ? endpointSteps(checked.model, endpoint, ports)
      : { account: account.look, permission: account.permission, model: () => checkModel(checked, ports) }),
  };
}

function wayFinding(url: string, { wayTo }: CheckPorts): Finding {
  const way = wayTo(url);
  if (way.type === 'proxy') return { type: 'proxied', proxy: way.host };
  return { type: way.type === 'direct' ? 'direct' : 'strangeProxy' };
}
