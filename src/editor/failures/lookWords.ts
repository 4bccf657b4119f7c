/** What a user reads about a question that was not answered: nobody had asked for a picture. */
import { l10n } from 'vscode';
import type { Failure } from '../../core/failure.ts';
import { withDetail } from './withDetail.ts';
import { wordsFor } from './words.ts';

/** Plain sentences, not yet defused. */
export function lookWords(failure: Failure): string {
  if (failure.kind === 'timedOut') {
    return l10n.t('{0} did not answer within {1} seconds.', failure.service, failure.seconds);
  }
  if (failure.kind !== 'badReply') return wordsFor(failure).text;
  const { service, problem, status, detail } = failure;
  if (problem === 'html') {
    return l10n.t('{0} answered with a web page. The network may want you to sign in first.', service);
  }
  if (problem === 'redirect') return l10n.t('{0} points to another address, which is not followed.', service);
  return withDetail(
    status === undefined
      ? l10n.t('{0} gave an answer that makes no sense here.', service)
      : l10n.t('{0} gave an answer that makes no sense here (status {1}).', service, status),
    detail,
  );
}
