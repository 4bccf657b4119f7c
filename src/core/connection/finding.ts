/**
 * What Check Connection can find, one member each, and which step of the check it belongs to. The words are in
 * `editor/connection/findingWords.ts`, which does not compile without a row for each.
 */
import type { Account } from '../account/account.ts';
import type { Failure } from '../failure.ts';
import type { EndpointApi } from '../request.ts';

export type StepId =
  'address' | 'proxy' | 'host' | 'token' | 'account' | 'permission' | 'billing' | 'kind' | 'model' | 'folder' | 'image';

/** `warning`: images may come all the same. `skipped`: nothing was looked at. */
export type StepState = 'passed' | 'warning' | 'failed' | 'skipped';

interface Failed {
  readonly failure: Failure;
}

interface Findings {
  /** An earlier step has failed, so that this one could not be looked at. */
  readonly notChecked: { readonly step: StepId };
  readonly badSettings: Failed;
  readonly usesRouter: { readonly router: string; readonly hub: string };
  readonly usesEndpoint: { readonly address: string; readonly api: EndpointApi; readonly loopback: boolean };
  readonly direct: object;
  /** Host and port: never a user or a password. */
  readonly proxied: { readonly proxy: string };
  /** Of a kind that only VS Code's own network code may know, such as SOCKS. */
  readonly strangeProxy: object;
  readonly hostAnswers: { readonly hosts: readonly string[] };
  readonly hostFails: Failed & { readonly loopback: boolean };
  readonly tokenStored: { readonly origin: string };
  readonly tokenAmbient: { readonly origin: string; readonly source: string };
  readonly tokenMissing: { readonly origin: string };
  /** A server of another kind may do without. */
  readonly tokenNone: { readonly origin: string };
  /** Plain http to another machine. */
  readonly tokenKeptBack: { readonly origin: string };
  readonly accountKnown: { readonly account: Account };
  readonly accountRefused: Failed & { readonly origin: string };
  readonly accountUnknown: Failed;
  /** There is no token that may go to the Hub. */
  readonly accountWithoutToken: { readonly origin: string };
  readonly permissionWithoutToken: object;
  readonly permissionGranted: object;
  readonly permissionMissing: { readonly origin: string };
  readonly permissionUnsaid: { readonly account: Account };
  readonly billingMember: { readonly organization: string };
  readonly billingStranger: { readonly organization: string; readonly organizations: readonly string[] };
  readonly billingUnknown: { readonly organization: string };
  readonly billingUnused: { readonly organization: string };
  readonly billingBad: Failed;
  readonly kindAsSet: { readonly api: EndpointApi };
  readonly kindOther: { readonly api: EndpointApi; readonly answers: EndpointApi };
  readonly kindNoApi: { readonly address: string };
  readonly kindRefused: { readonly origin: string };
  readonly kindAsleep: { readonly address: string };
  readonly kindUnknown: { readonly api: EndpointApi; readonly address: string };
  readonly modelServed: { readonly model: string; readonly providers: readonly string[] };
  readonly modelFails: Failed;
  readonly modelUnknown: Failed;
  readonly modelListed: { readonly model: string };
  readonly modelUnlisted: { readonly model: string; readonly models: readonly string[] };
  /** The server uses what it has loaded, whatever is asked for. */
  readonly modelOfServer: object;
  readonly folderWritable: { readonly path: string };
  readonly folderOfStorage: { readonly path: string };
  readonly folderFails: Failed;
  readonly imageMade: { readonly provider: string; readonly width: number; readonly height: number };
  readonly imageFails: Failed;
}

export type FindingType = keyof Findings;
export type FindingOf<K extends FindingType> = { readonly type: K } & Findings[K];
export type Finding = { readonly [K in FindingType]: FindingOf<K> }[FindingType];

const table: Readonly<Record<Exclude<FindingType, 'notChecked'>, readonly [step: StepId, state: StepState]>> = {
  badSettings: ['address', 'failed'],
  usesRouter: ['address', 'passed'],
  usesEndpoint: ['address', 'passed'],
  direct: ['proxy', 'passed'],
  proxied: ['proxy', 'passed'],
  strangeProxy: ['proxy', 'warning'],
  hostAnswers: ['host', 'passed'],
  hostFails: ['host', 'failed'],
  tokenStored: ['token', 'passed'],
  tokenAmbient: ['token', 'passed'],
  tokenMissing: ['token', 'failed'],
  tokenNone: ['token', 'passed'],
  tokenKeptBack: ['token', 'warning'],
  accountKnown: ['account', 'passed'],
  accountRefused: ['account', 'failed'],
  accountUnknown: ['account', 'warning'],
  accountWithoutToken: ['account', 'skipped'],
  permissionWithoutToken: ['permission', 'skipped'],
  permissionGranted: ['permission', 'passed'],
  permissionMissing: ['permission', 'failed'],
  permissionUnsaid: ['permission', 'passed'],
  billingMember: ['billing', 'passed'],
  billingStranger: ['billing', 'failed'],
  billingUnknown: ['billing', 'skipped'],
  billingUnused: ['billing', 'skipped'],
  billingBad: ['billing', 'failed'],
  kindAsSet: ['kind', 'passed'],
  kindOther: ['kind', 'failed'],
  kindNoApi: ['kind', 'failed'],
  kindRefused: ['kind', 'failed'],
  kindAsleep: ['kind', 'warning'],
  kindUnknown: ['kind', 'warning'],
  modelServed: ['model', 'passed'],
  modelFails: ['model', 'failed'],
  modelUnknown: ['model', 'warning'],
  modelListed: ['model', 'passed'],
  modelUnlisted: ['model', 'warning'],
  modelOfServer: ['model', 'passed'],
  folderWritable: ['folder', 'passed'],
  folderOfStorage: ['folder', 'warning'],
  folderFails: ['folder', 'failed'],
  imageMade: ['image', 'passed'],
  imageFails: ['image', 'failed'],
};

export function stepOf(finding: Finding): StepId {
  return finding.type === 'notChecked' ? finding.step : table[finding.type][0];
}

export function stateOf(finding: Finding): StepState {
  return finding.type === 'notChecked' ? 'skipped' : table[finding.type][1];
}

/** Nothing that was looked at keeps images from coming. */
export function isFine(findings: readonly Finding[]): boolean {
  return findings.every((finding) => stateOf(finding) !== 'failed');
}
