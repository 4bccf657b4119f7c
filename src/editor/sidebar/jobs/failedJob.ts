/** A job of the sidebar that failed: what its card says, and what its buttons need. */
import { l10n } from 'vscode';
import type { ImageFailure, ReceivedImage } from '../../../core/failure.ts';
import { plainText } from '../../../core/plainText.ts';
import type { Button, JobCard } from '../../../core/sidebar/viewState.ts';
import { possibleActions } from '../../failures/actOnFailure.ts';
import { buttonFor } from '../../failures/buttons.ts';
import { wordsFor, type FailureAction } from '../../failures/words.ts';
import type { JobResult } from '../../generate/jobResult.ts';
import { leftOver } from '../../generate/leftOver.ts';
import type { Order } from '../../generate/order.ts';
import type { TokenHandlers } from '../../token/tokenHandlers.ts';

export interface FailedJob {
  readonly error: ImageFailure;
  readonly actions: readonly FailureAction[];
  readonly order: Order | undefined;
  /** What trying again has to make where something was made or begun: nothing is paid for twice. */
  readonly left: Order | undefined;
  readonly received: readonly ReceivedImage[];
  readonly done: number;
  readonly count: number;
}

/** @param order undefined where there was none yet */
export async function failedJob(
  error: ImageFailure,
  order: Order | undefined,
  result: JobResult,
  tokens: Pick<TokenHandlers, 'ambientSource'>,
): Promise<FailedJob> {
  return {
    error,
    actions: await possibleActions(error.failure, tokens),
    order,
    left: order && leftOver(order, result),
    received: result.received ?? [],
    done: result.images.length,
    count: order?.requests.length ?? 1,
  };
}

export function failedCard(
  { id, title, startedAt }: Pick<JobCard, 'id' | 'title' | 'startedAt'>,
  { error, actions, done, count }: FailedJob,
): JobCard {
  const words = plainText(wordsFor(error.failure).text, 1_000);
  return {
    id,
    title,
    startedAt,
    done,
    count,
    state: 'failed',
    text: done > 0 ? l10n.t('{0} of {1} images are there. {2}', done, count, words) : words,
    buttons: actions.map((action): Button => ({ id: action, label: buttonFor(action, actions) })),
  };
}
