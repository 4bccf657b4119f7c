/** What a user reads about each thing that Check Connection can find, and what can be done about it. */
import { env, l10n } from 'vscode';
import type { Finding, FindingOf, FindingType } from '../../core/connection/finding.ts';
import type { Failure } from '../../core/failure.ts';
import type { EndpointApi } from '../../core/request.ts';
import { lookWords } from '../failures/lookWords.ts';
import { wordsFor } from '../failures/words.ts';
import { serviceName } from '../token/serviceName.ts';
import type { Remedy } from './remedy.ts';

export interface FindingWords {
  /** Plain sentences, not yet defused. */
  readonly text: string;
  readonly remedy?: Remedy;
}

/** `machine`: where the extension runs, for people. */
type Rows = { readonly [K in FindingType]: (finding: FindingOf<K>, machine: string) => FindingWords };

const again: Remedy = { type: 'again' };
const endpointSettings: Remedy = { type: 'openSettings', setting: 'depict.endpoint' };
const billingSettings: Remedy = { type: 'openSettings', setting: 'depict.billTo' };

const rows: Rows = {
  notChecked: () => ({ text: l10n.t('Not checked: something before it has to be put right first.') }),
  badSettings: ({ failure }) => asFailure(failure),
  usesRouter: ({ router, hub }, machine) => ({
    text:
      router === hub
        ? l10n.t('Requests go to {0}. They leave from {1}.', router, machine)
        : l10n.t('Requests go to {0}, models are looked up at {1}. They leave from {2}.', router, hub, machine),
  }),
  usesEndpoint: ({ address, api, loopback }, machine) => ({
    text:
      loopback && env.remoteName !== undefined
        ? l10n.t(
            'Requests go to {0} ({1}). This address means {2}, where the extension runs, not the machine in front of you.',
            address,
            apiName(api),
            machine,
          )
        : l10n.t('Requests go to {0} ({1}). They leave from {2}.', address, apiName(api), machine),
  }),
  direct: () => ({ text: l10n.t('No proxy is in the way.') }),
  proxied: ({ proxy }) => ({ text: l10n.t('Through the proxy {0}.', proxy) }),
  strangeProxy: () => ({
    text: l10n.t('The proxy that is set is of a kind that Depict does not speak. The way of VS Code itself is tried.'),
    remedy: { type: 'openSettings', setting: 'http.proxy' },
  }),
  hostAnswers: ({ hosts }) => ({ text: l10n.t('{0} can be reached.', hosts.join(', ')) }),
  hostFails: ({ failure, loopback }, machine) => hostWords(failure, loopback, machine),
  tokenStored: ({ origin }, machine) => ({
    text: l10n.t('The token for {0} is in the secret storage of VS Code, on {1}.', serviceName(origin), machine),
  }),
  tokenAmbient: ({ origin, source }, machine) => ({
    text: l10n.t('{0} gets the token from {1}, on {2}.', serviceName(origin), source, machine),
  }),
  tokenMissing: ({ origin }) => ({
    text: l10n.t('There is no token. {0} makes no images without one.', serviceName(origin)),
    remedy: { type: 'setToken', origin },
  }),
  tokenNone: ({ origin }) => ({ text: l10n.t('{0} is asked without a token.', origin) }),
  tokenKeptBack: ({ origin }) => ({
    text: l10n.t(
      'The token is not sent to {0}: without https everybody on the way could read it. Use an address with https.',
      origin,
    ),
    remedy: endpointSettings,
  }),
  accountKnown: ({ account: { name, isPro } }) => ({
    text: isPro ? l10n.t('Signed in as {0} (PRO).', name) : l10n.t('Signed in as {0}.', name),
  }),
  accountRefused: ({ failure, origin }) => ({
    text: wordsFor(failure).text,
    remedy: { type: 'setToken', origin },
  }),
  accountUnknown: ({ failure }) => ({
    text: l10n.t('The token could not be looked at now. {0}', lookWords(failure)),
    remedy: again,
  }),
  accountWithoutToken: ({ origin }) => ({ text: l10n.t('No token, no account at {0}.', serviceName(origin)) }),
  permissionWithoutToken: () => ({ text: l10n.t('Without a token there is none to look up.') }),
  permissionGranted: () => ({ text: l10n.t('The token may call Inference Providers.') }),
  permissionMissing: ({ origin }) => ({
    text: l10n.t(
      'The token does not have the permission to make calls to Inference Providers. Create one that has it, and paste it.',
    ),
    remedy: { type: 'newToken', origin },
  }),
  permissionUnsaid: ({ account: { role } }) => ({
    text:
      role === 'other'
        ? l10n.t('The token does not say whether it may call Inference Providers. Only a test image can tell.')
        : l10n.t('Tokens of the kind “{0}” may call Inference Providers as a rule. Only a test image can tell.', role),
  }),
  billingMember: ({ organization }) => ({ text: l10n.t('{0} pays: you belong to it.', organization) }),
  billingStranger: ({ organization, organizations }) => ({
    text:
      organizations.length === 0
        ? l10n.t('{0} is to pay, but this account belongs to no organization.', organization)
        : l10n.t(
            '{0} is to pay, but this account does not belong to it. It belongs to: {1}.',
            organization,
            organizations.slice(0, 10).join(', '),
          ),
    remedy: billingSettings,
  }),
  billingUnknown: ({ organization }) => ({
    text: l10n.t('{0} is to pay. Whether you belong to it could not be checked.', organization),
  }),
  billingUnused: ({ organization }) => ({
    text: l10n.t('{0} does not pay here: a server of your own is in use.', organization),
  }),
  billingBad: () => ({
    text: l10n.t('The setting depict.billTo is not the name of an organization.'),
    remedy: billingSettings,
  }),
  kindAsSet: ({ api }) => ({ text: l10n.t('The server speaks as the settings say: {0}.', apiName(api)) }),
  kindOther: ({ api, answers }) => ({
    text: l10n.t('The settings say {0}, but {1} answers there.', apiName(api), apiName(answers)),
    remedy: { type: 'useApi', api: answers },
  }),
  kindNoApi: ({ address }) => ({
    text: l10n.t('The server at {0} was started without its API. Start it with the option --api.', address),
    remedy: again,
  }),
  kindRefused: ({ origin }) => ({
    text: l10n.t('{0} turns every question away: it wants a token, or another one.', origin),
    remedy: { type: 'setToken', origin },
  }),
  kindAsleep: ({ address }) => ({
    text: l10n.t('{0} is asleep or overloaded. The first image wakes it, which takes a while.', address),
    remedy: again,
  }),
  kindUnknown: ({ api, address }) => ({
    text: l10n.t('{0} does not show what kind of server it is. The settings say {1}.', address, apiName(api)),
    remedy: endpointSettings,
  }),
  modelServed: ({ model, providers }) => ({
    text: l10n.t('{0} is served by: {1}.', model, providers.join(', ')),
  }),
  modelFails: ({ failure }) => modelWords(failure),
  modelUnknown: ({ failure }) => ({
    text: l10n.t('Whether the model is there could not be checked. {0}', lookWords(failure)),
    remedy: again,
  }),
  modelListed: ({ model }) => ({ text: l10n.t('The server has {0}.', model) }),
  modelUnlisted: ({ model, models }) => ({
    text:
      models.length === 0
        ? l10n.t('The server does not list {0}, nor any other model.', model)
        : l10n.t('The server does not list {0}. It has, for instance: {1}.', model, models.join(', ')),
    remedy: { type: 'chooseModel' },
  }),
  modelOfServer: () => ({ text: l10n.t('The server uses the model that it has loaded.') }),
  folderWritable: ({ path }) => ({ text: l10n.t('Images can be saved in {0}.', path) }),
  folderOfStorage: ({ path }) => ({
    text: l10n.t('No folder is open: images are kept in {0}, and Save As is offered.', path),
    remedy: { type: 'openFolder' },
  }),
  folderFails: ({ failure }) => ({
    text: wordsFor(failure).text,
    remedy: { type: 'openSettings', setting: 'depict.output.folder' },
  }),
  imageMade: ({ provider, width, height }) => ({
    text: l10n.t('{0} made an image of {1} × {2} pixels. It was not saved.', provider, width, height),
  }),
  imageFails: ({ failure }) => asFailure(failure),
};

export function findingWords(finding: Finding, machine: string): FindingWords {
  // A union indexed by its own kind cannot be followed by the compiler; the table's type has paired them.
  const row = rows[finding.type] as (finding: Finding, machine: string) => FindingWords;
  return row(finding, machine);
}

function apiName(api: EndpointApi): string {
  switch (api) {
    case 'hf':
      return l10n.t('Hugging Face');
    case 'hf-legacy':
      return l10n.t('Hugging Face, earlier API');
    case 'openai':
      return l10n.t('OpenAI’s API');
    case 'automatic1111':
      return l10n.t('AUTOMATIC1111’s API');
  }
}

/** The first of the failure's own buttons, the one that helps most. */
function asFailure(failure: Failure): FindingWords {
  const { text, actions } = wordsFor(failure);
  const [action] = actions;
  return action === undefined ? { text } : { text, remedy: { type: 'failure', failure, action } };
}

function hostWords(failure: Failure, loopback: boolean, machine: string): FindingWords {
  const text = lookWords(failure);
  if (failure.kind === 'offline' && ['proxy', 'certificate'].includes(failure.problem)) {
    return { text, remedy: { type: 'openSettings', setting: 'http.proxy' } };
  }
  if (!loopback) return { text, remedy: again };
  if (env.remoteName === undefined) return { text, remedy: endpointSettings };
  const hint = l10n.t('This address means {0}, where the extension runs, not the machine in front of you.', machine);
  return { text: `${text} ${hint}`, remedy: endpointSettings };
}

function modelWords(failure: Failure): FindingWords {
  if (failure.kind === 'modelMissing' || failure.kind === 'modelNotServed') {
    return { text: wordsFor(failure).text, remedy: { type: 'chooseModel' } };
  }
  return asFailure(failure);
}
