/** What a job has not made, so that trying again makes no picture, and pays for none, a second time. */
import type { GeneratedImage } from '../../api.ts';
import { notYetMade } from '../../core/imageSet.ts';
import { orderOf, type Order } from './order.ts';
import type { JobResult } from './jobResult.ts';

/**
 * Undefined where nothing of the order was begun: then it may be made anew, with the settings of now. The order itself
 * goes on with what providers have accepted.
 */
export function leftOver(order: Order, { images, goesOn }: Pick<JobResult, 'images' | 'goesOn'>): Order | undefined {
  if (images.length === 0 && !goesOn) return undefined;
  const left = orderOf(notYetMade(order.requests, images.map(madeAs)), order);
  if (!left) return undefined;
  const { goesOn: _before, ...rest } = left;
  return goesOn ? { ...rest, goesOn } : rest;
}

function madeAs({ prompt, seed }: GeneratedImage): Parameters<typeof notYetMade>[1][number] {
  return { prompt, parameters: seed === undefined ? {} : { seed } };
}
