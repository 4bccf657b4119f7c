/** What a user reads about each failure, and the buttons that do something about it. A new kind does not compile without a row. */
import { l10n } from 'vscode';
import type { Failure, FailureKind, FailureOf, RequestProblem } from '../../core/failure.ts';
import { isHuggingFace } from '../../core/token/tokenRule.ts';
import { connectionWords, replyWords } from './replyWords.ts';
import { requestWords } from './requestWords.ts';
import { savedWords, saveWords } from './saveWords.ts';
import { withDetail } from './withDetail.ts';

/** Runs the same job again with another model: the one after the colon. */
export type UseModel = `use:${string}`;

/** What a button does; the texts stand in `buttons.ts`. */
export type FailureAction =
  | 'setToken'
  | 'getToken'
  | 'useAmbientToken'
  | 'tryOffline'
  | 'retry'
  | 'allowMore'
  | 'changeLimit'
  | UseModel
  | 'chooseModel'
  | 'useOwnServer'
  | 'checkConnection'
  | 'openSettings'
  | 'openModel'
  | 'openBilling'
  | 'openProxySettings'
  | 'keepAnyway'
  | 'saveAs'
  | 'showLog';

export interface FailureWords {
  /** What happened and what to do: plain sentences, not yet defused. */
  readonly text: string;
  readonly actions: readonly FailureAction[];
}

type Rows = { readonly [K in FailureKind]: (failure: FailureOf<K>) => FailureWords };

const rows: Rows = {
  cancelled: () => ({ text: l10n.t('Cancelled.'), actions: [] }),
  invalidRequest: ({ problem, received }) => ({
    text: requestWords(problem),
    actions: [...(received ? (['saveAs'] as const) : []), ...requestActions(problem)],
  }),
  noToken: ({ origin }) => ({
    text: isHuggingFace(origin)
      ? l10n.t('A Hugging Face token is needed to generate images. Set one, and the image is made right after.')
      : l10n.t('{0} asks for a token. Set one, and the image is made right after.', origin),
    actions: isHuggingFace(origin)
      ? ['setToken', 'getToken', 'tryOffline']
      : ['setToken', 'useAmbientToken', 'tryOffline'],
  }),
  badToken: ({ origin, detail }) => ({
    text: withDetail(
      l10n.t('{0} does not accept the token. It may have expired or been revoked: set a new one.', origin),
      detail,
    ),
    actions: tokenActions(origin),
  }),
  forbidden: ({ origin, gatedModel, service, detail }) =>
    gatedModel === undefined
      ? {
          text: withDetail(forbiddenWords(origin, service), detail),
          actions: [...tokenActions(origin), 'checkConnection', 'showLog'],
        }
      : {
          text: l10n.t(
            '{0} is open only to people who have accepted its terms. Accept them on its page, then try again.',
            gatedModel,
          ),
          actions: ['openModel', 'retry', 'chooseModel'],
        },
  noCredit: ({ origin, service, detail }) => ({
    text: withDetail(noCreditWords(origin, service), detail),
    actions: isHuggingFace(origin)
      ? ['openBilling', 'chooseModel', 'useOwnServer', 'showLog']
      : ['chooseModel', 'useOwnServer', 'showLog'],
  }),
  rateLimited: ({ service, retryAfterSeconds, detail }) => ({
    text: withDetail(
      retryAfterSeconds === undefined
        ? l10n.t('{0} gets too many requests from you just now. Wait a little, then try again.', service)
        : l10n.t(
            '{0} gets too many requests from you just now. Try again in {1} seconds.',
            service,
            Math.ceil(retryAfterSeconds),
          ),
      detail,
    ),
    actions: ['retry', 'showLog'],
  }),
  modelMissing: ({ model, service, detail, relatives }) => ({
    text: withRelatives(
      withDetail(
        l10n.t(
          '{0} is not to be found at {1}, or the token may not see it. Check the name of the model and the address in the settings.',
          model,
          service,
        ),
        detail,
      ),
      relatives,
    ),
    actions: [...useActions(relatives), 'chooseModel', 'openSettings', ...logAction(relatives)],
  }),
  modelNotServed: ({ model, provider, servedBy, detail, relatives }) => ({
    text: withRelatives(notServedWords(model, provider, servedBy, detail), relatives),
    actions: [...useActions(relatives), 'chooseModel', 'openModel', ...logAction(relatives)],
  }),
  modelLoading: ({ model, estimateSeconds }) => ({
    text:
      estimateSeconds === undefined
        ? l10n.t('{0} is still being loaded. Try again in a while.', model)
        : l10n.t(
            '{0} is still being loaded, which takes about {1} seconds. Try again then.',
            model,
            Math.ceil(estimateSeconds),
          ),
    actions: ['retry'],
  }),
  refused: ({ reason, received, service, detail }) => ({
    text: withDetail(refusedWords(reason, received !== undefined, service), detail),
    actions: received ? ['keepAnyway', 'retry'] : ['showLog'],
  }),
  providerDown: ({ service, status, detail }) => ({
    text: withDetail(
      status === undefined
        ? l10n.t('{0} is not working just now. Try again later.', service)
        : l10n.t('{0} is not working just now (status {1}). Try again later.', service, status),
      detail,
    ),
    actions: ['retry', 'showLog'],
  }),
  offline: ({ service, problem, code, status }) => ({
    text: connectionWords(problem, service, code ?? status?.toString()),
    actions:
      problem === 'proxy' || problem === 'certificate'
        ? ['openProxySettings', 'retry', 'checkConnection', 'showLog']
        : ['retry', 'checkConnection', 'showLog'],
  }),
  timedOut: ({ seconds, service }) => ({
    text: l10n.t(
      'No image came from {0} within {1} seconds. Try again, or allow more time in the settings.',
      service,
      seconds,
    ),
    actions: ['retry', 'openSettings'],
  }),
  badReply: ({ problem, service, status, detail, limitBytes }) => ({
    text: withDetail(replyWords(problem, service, status, limitBytes), detail),
    actions: ['retry', 'showLog'],
  }),
  notSaved: ({ problem, path, received }) => ({
    text: `${savedWords(received !== undefined)} ${saveWords(problem, path)}`,
    actions: received ? ['saveAs', 'openSettings', 'showLog'] : ['retry', 'openSettings', 'showLog'],
  }),
};

export function wordsFor(failure: Failure): FailureWords {
  // A union indexed by its own kind cannot be followed by the compiler; the table's type has paired them.
  const row = rows[failure.kind] as (failure: Failure) => FailureWords;
  return row(failure);
}

function notServedWords(
  model: string,
  provider: string | undefined,
  servedBy: readonly string[],
  detail: string | undefined,
): string {
  if (servedBy.length > 0) {
    return l10n.t(
      '{0} is not served by a provider that Depict speaks. It is served by: {1}. Choose another model.',
      model,
      servedBy.join(', '),
    );
  }
  return provider === undefined
    ? withDetail(l10n.t('{0} is not served by any provider just now. Choose another model.', model), detail)
    : withDetail(l10n.t('{0} is not served by {1}. Choose another model or provider.', model, provider), detail);
}

function tokenActions(origin: string): readonly FailureAction[] {
  return isHuggingFace(origin) ? ['setToken', 'getToken'] : ['setToken'];
}

/** What no setting can mend. */
const aboutTheText: readonly RequestProblem['type'][] = ['emptyPrompt', 'promptTooLong', 'nothingSelected'];

function requestActions({ type }: RequestProblem): readonly FailureAction[] {
  if (type === 'sessionLimit') return ['allowMore', 'changeLimit'];
  if (aboutTheText.includes(type)) return [];
  if (type === 'badModelId') return ['chooseModel', 'openSettings'];
  return type === 'rejected' ? ['openSettings', 'showLog'] : ['openSettings'];
}

/** Where the money is, and what else there is. */
function noCreditWords(origin: string, service: string): string {
  return isHuggingFace(origin)
    ? l10n.t(
        'Your Hugging Face credits are used up. Every account has some each month, and more can be bought on the billing page. Until then, a cheaper model may do, or a server of your own, which needs none.',
      )
    : l10n.t(
        'The credits at {0} are used up. Add some there, choose a cheaper model, or use a server of your own, which needs none.',
        service,
      );
}

function forbiddenWords(origin: string, service: string): string {
  return isHuggingFace(origin)
    ? l10n.t('The token needs the permission to make calls to Inference Providers. Make a new one that has it.')
    : l10n.t('{0} does not allow this with the token that is set.', service);
}

function refusedWords(reason: 'filter' | 'black', hasPicture: boolean, service: string): string {
  if (reason === 'black') {
    return l10n.t(
      'The picture is solid black: the content filter of {0} has probably blanked it. Word the prompt differently, or keep the picture anyway.',
      service,
    );
  }
  return hasPicture
    ? l10n.t(
        'The content filter of {0} objects to the picture. Word the prompt differently, or keep the picture anyway.',
        service,
      )
    : l10n.t('{0} refuses this prompt. Word it differently.', service);
}

/** The nearest first. */
function useActions(relatives: readonly string[] = []): readonly UseModel[] {
  return relatives.map((model): UseModel => `use:${model}`);
}

/** Buttons for other models say more about the way out than the log does. */
function logAction(relatives: readonly string[] = []): readonly FailureAction[] {
  return relatives.length > 0 ? [] : ['showLog'];
}

/** What could be used instead. */
function withRelatives(text: string, relatives: readonly string[] = []): string {
  return relatives.length === 0 ? text : l10n.t('{0} Served now, for instance: {1}.', text, relatives.join(', '));
}
