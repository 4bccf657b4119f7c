/** Reads the settings once per job into a frozen snapshot. A setting of the wrong type is a failure that names it. */
import { l10n, workspace, type ConfigurationScope, type WorkspaceConfiguration } from 'vscode';
import type { InsertPosition } from '../../api.ts';
import { checkNumber, checkText, invalid, type Given } from '../../core/checkRequest.ts';
import { parameters, type ParameterName } from '../../core/parameters.ts';
import { endpointApis, type ServiceSettings } from '../../core/request.ts';

export interface JobSettings {
  /** Not checked yet: what a caller gives may stand in for any of them. */
  readonly request: Readonly<Record<'model' | 'provider' | ParameterName, Given>>;
  readonly service: ServiceSettings;
  readonly folder: Given;
  readonly fileName: Given;
  readonly embedSettings: boolean;
  readonly position: InsertPosition;
  readonly siteRoots: readonly string[];
  readonly linkTemplate: string;
}

const positions = ['below', 'replace', 'cursor', 'none'] as const satisfies readonly InsertPosition[];
const timeoutRange = { type: 'number', min: 1, max: 86_400 } as const;

/** Addresses that the environment gives: they count where the settings are not set. */
export interface EnvironmentAddresses {
  /** `HF_ENDPOINT`. */
  readonly hubUrl?: string | undefined;
  readonly routerUrl?: string | undefined;
}

/**
 * @throws {ImageFailure} `invalidRequest` for a setting of the wrong type or out of range
 */
export function readSettings(scope: ConfigurationScope | undefined, environment: EnvironmentAddresses): JobSettings {
  const config = workspace.getConfiguration('depict', scope ?? null);
  const given = (key: string): Given => ({ name: `depict.${key}`, value: config.get(key) });
  const parameterNames = Object.keys(parameters) as ParameterName[];
  const parameterValues = Object.fromEntries(parameterNames.map((name) => [name, given(`parameters.${name}`)]));
  return Object.freeze({
    request: {
      model: given('model'),
      provider: given('provider'),
      ...(parameterValues as Record<ParameterName, Given>),
    },
    service: readService(config, given, environment),
    folder: given('output.folder'),
    fileName: given('output.fileName'),
    embedSettings: checkBoolean(given('output.embedSettings')),
    position: checkChoice(given('link.position'), positions),
    siteRoots: checkTexts(given('link.siteRoots')),
    linkTemplate: checkText(given('link.template')),
  });
}

/** The organisation in `billTo` pays; an address is cut of the slash that people leave at its end. */
function readService(
  config: WorkspaceConfiguration,
  given: (key: string) => Given,
  environment: EnvironmentAddresses,
): ServiceSettings {
  const endpointUrl = checkText(given('endpoint.url')).trim();
  const billTo = checkText(given('billTo')).trim();
  const address = (key: keyof EnvironmentAddresses): string => {
    const fromEnvironment = isSet(config, key) ? undefined : environment[key];
    return checkAddress(
      fromEnvironment ? { name: l10n.t('The address in the environment'), value: fromEnvironment } : given(key),
    );
  };
  return {
    hubUrl: address('hubUrl'),
    routerUrl: address('routerUrl'),
    ...(endpointUrl === ''
      ? {}
      : { endpoint: { url: endpointUrl, api: checkChoice(given('endpoint.api'), endpointApis) } }),
    ...(billTo === '' ? {} : { billTo }),
    useCache: checkBoolean(given('request.useCache')),
    waitForModel: checkBoolean(given('request.waitForModel')),
    timeoutSeconds: checkNumber(given('request.timeoutSeconds'), timeoutRange),
  };
}

function isSet(config: WorkspaceConfiguration, key: string): boolean {
  const found = config.inspect(key);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some((value) => value !== undefined);
}

function checkAddress(given: Given): string {
  const text = checkText(given).trim().replace(/\/+$/, '');
  if (!/^https?:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/i.test(text))
    throw invalid({ type: 'badUrl', name: given.name, url: text });
  return text;
}

function checkBoolean({ name, value }: Given): boolean {
  if (typeof value !== 'boolean') throw invalid({ type: 'wrongType', name, expected: 'boolean' });
  return value;
}

function checkChoice<T extends string>({ name, value }: Given, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw invalid({ type: 'wrongType', name, expected: 'choice', choices });
  return chosen;
}

function checkTexts({ name, value }: Given): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw invalid({ type: 'wrongType', name, expected: 'list' });
}
