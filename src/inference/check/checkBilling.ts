/** Whether the organisation that is to pay is one of the user's. */
import type { Account } from '../../core/account/account.ts';
import type { Finding } from '../../core/connection/finding.ts';
import { isImageFailure } from '../../core/failure.ts';
import type { ServiceSettings } from '../../core/request.ts';
import { routerDestination } from '../destination.ts';

/** @param account as far as it is known */
export function checkBilling(settings: ServiceSettings, account: Account | undefined): Finding {
  const { billTo: organization = '' } = settings;
  try {
    routerDestination('owner/name', 'auto', settings);
  } catch (error) {
    if (isImageFailure(error)) return { type: 'billingBad', failure: error.failure };
    throw error;
  }
  if (settings.endpoint) return { type: 'billingUnused', organization };
  if (!account) return { type: 'billingUnknown', organization };
  const { organizations } = account;
  const isMember = organizations.some((one) => one.toLowerCase() === organization.toLowerCase());
  return isMember ? { type: 'billingMember', organization } : { type: 'billingStranger', organization, organizations };
}
