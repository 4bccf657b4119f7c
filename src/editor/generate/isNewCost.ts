/** Whether an image counts as one that may be billed. */
import type { ImageRequest } from '../../core/request.ts';
import { draftProvider } from '../../core/services.ts';
import type { GoesOn } from './order.ts';

/** Neither drawn here nor paid for before. */
export function isNewCost(request: ImageRequest, goesOn: GoesOn | undefined): boolean {
  return request.provider !== draftProvider && !goesOn?.accepted.has(request);
}
