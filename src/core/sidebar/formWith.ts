/** Puts an image's settings into the form: those that make the image, never where it goes, who is asked or who pays. */
import type { ReusableSettings } from '../metadata/imageSettings.ts';
import { escapeAlternatives } from '../form/alternativeTokens.ts';
import type { EndpointApi } from '../request.ts';
import { reusableModel } from '../reusableModel.ts';
import { emptyForm, type FormValues } from './formValues.ts';

/**
 * How many images, and who makes them, stay as they are; so does the model where the image's cannot be asked for.
 * @param api of the user's own server, where every request goes there
 */
export function formWith(settings: ReusableSettings, form: FormValues, api?: EndpointApi): FormValues {
  const { prompt, model, negativePrompt, width, height, steps, guidanceScale, scheduler, seed } = settings;
  return {
    ...emptyForm,
    count: form.count,
    ratioLocked: form.ratioLocked,
    provider: form.provider,
    model: reusableModel(model, api) ?? form.model,
    // The prompt has its styles in it, and must not be taken for alternatives.
    prompt: escapeAlternatives(prompt),
    negativePrompt: negativePrompt ?? [],
    width: textOf(width),
    height: textOf(height),
    steps: textOf(steps),
    guidanceScale: textOf(guidanceScale),
    scheduler: scheduler ?? '',
    seed: seed ?? '',
    seedLocked: seed !== undefined,
  };
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
