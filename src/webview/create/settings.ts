/** Which fields stand under "More settings", and how many of them are set. */
import type { FormValues } from '../../core/sidebar/formValues.ts';
import type { FieldName } from './fieldState.ts';

/** The form's fields from top to bottom: the first one with a problem gets the focus. */
export const fieldOrder: readonly FieldName[] = [
  'prompt',
  'width',
  'height',
  'count',
  'styles',
  'negativePrompt',
  'negativeDraft',
  'model',
  'provider',
  'steps',
  'guidanceScale',
  'scheduler',
  'seed',
];

const alwaysShown: readonly FieldName[] = ['prompt', 'width', 'height', 'count'];

export function isUnderMore(name: FieldName): boolean {
  return !alwaysShown.includes(name);
}

export function countSet(values: FormValues): number {
  const { negativePrompt, negativeDraft, styles, seedLocked, seed, steps, guidanceScale, scheduler, model, provider } =
    values;
  const texts = [steps, guidanceScale, scheduler, model, provider, seedLocked ? seed : ''];
  const lists = [[...negativePrompt, negativeDraft.trim()].filter((text) => text !== ''), styles];
  return texts.filter((text) => text.trim() !== '').length + lists.filter(({ length }) => length > 0).length;
}
