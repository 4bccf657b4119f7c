/** The steps of Check Connection, in their order. */
import type { ServiceSettings } from '../request.ts';
import type { StepId } from './finding.ts';

/** Without the test image, which is made only when the user says so. */
export function stepsFor({ endpoint, billTo }: Pick<ServiceSettings, 'endpoint' | 'billTo'>): readonly StepId[] {
  const billing: readonly StepId[] = billTo === undefined ? [] : ['billing'];
  return endpoint
    ? ['address', 'proxy', 'host', 'token', 'kind', 'model', ...billing, 'folder']
    : ['address', 'proxy', 'host', 'token', 'account', 'permission', ...billing, 'model', 'folder'];
}
