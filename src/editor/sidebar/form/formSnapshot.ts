/** The form as the page shows it: what was typed, what stands behind empty fields, and what cannot be set. */
import { l10n, type Uri } from 'vscode';
import type { ParameterName } from '../../../core/parameters.ts';
import type { EndpointApi } from '../../../core/request.ts';
import { takenParameters } from '../../../core/services.ts';
import { parameterFields, type FormValues } from '../../../core/sidebar/formValues.ts';
import { schedulerSuggestions, type HomeSamplers } from '../../../core/sidebar/schedulerSuggestions.ts';
import type { FormSnapshot } from '../../../core/sidebar/viewState.ts';
import { readDefaults, type Defaults } from '../../settings/readDefaults.ts';
import { readStyles } from '../../settings/readStyles.ts';
import type { FormMemory } from './formMemory.ts';

export type FieldProblems = FormSnapshot['problems'];

/**
 * @param scope the document or folder that images are for: its settings stand behind empty fields
 * @param samplers of the user's own server
 * @param strangeModel of the image that filled the form, where it cannot be asked for
 */
export function formSnapshot(
  { values, revision }: Pick<FormMemory, 'values' | 'revision'>,
  canUndo: boolean,
  scope: Uri | undefined,
  samplers: HomeSamplers | undefined,
  lastSeed: string | undefined,
  strangeModel: string | undefined,
  problems: FieldProblems,
): FormSnapshot {
  const defaults = readDefaults(scope);
  return {
    values,
    revision,
    canUndo,
    defaults: defaults.texts,
    notTaken: {
      ...notTaken(values, defaults),
      ...(strangeModel === undefined ? {} : { model: notThatModel(strangeModel) }),
    },
    styles: Object.entries(readStyles(scope)).map(([name, text]) => ({ name, text })),
    schedulers: samplers ? schedulerSuggestions(samplers, values.scheduler || defaults.texts.scheduler) : [],
    ...(lastSeed === undefined ? {} : { lastSeed }),
    problems,
  };
}

function notTaken(values: FormValues, { texts, endpoint }: Defaults): FormSnapshot['notTaken'] {
  const provider = values.provider || texts.provider;
  const taken = takenParameters(provider, endpoint?.api);
  const reason = l10n.t(
    '{0} does not take this setting.',
    endpoint === undefined ? provider : endpointName(endpoint.api),
  );
  const left = parameterFields.filter((name) => !taken.includes(name));
  return {
    ...Object.fromEntries(left.map((name) => [name, reason])),
    ...(endpoint ? { provider: l10n.t('The server in your settings is used, whatever the provider.') } : {}),
  };
}

function notThatModel(name: string): string {
  return l10n.t('The image was made with {0}, which cannot be asked for here: this model is used instead.', name);
}

function endpointName(api: EndpointApi): string {
  return l10n.t('A server that speaks {0}', api);
}

/** What each parameter is called on the page and in complaints. */
export function fieldLabels(): Readonly<Record<ParameterName | 'count', string>> {
  return {
    negativePrompt: l10n.t('Negative prompt'),
    width: l10n.t('Width'),
    height: l10n.t('Height'),
    steps: l10n.t('Steps'),
    guidanceScale: l10n.t('Guidance scale'),
    scheduler: l10n.t('Scheduler'),
    seed: l10n.t('Seed'),
    count: l10n.t('Images'),
  };
}
