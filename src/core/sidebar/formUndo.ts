/** The way back when the form was filled or cleared over what had been typed. */
import { emptyForm, type FormValues } from './formValues.ts';

/**
 * What there is to bring back after the form was replaced.
 * @param kept from an earlier time, with nothing typed since: what came between was not typed
 */
export function keptForm(kept: FormValues | undefined, old: FormValues, put: FormValues): FormValues | undefined {
  return kept ?? (isLost(old, put) ? old : undefined);
}

export function isSameForm(one: FormValues, other: FormValues): boolean {
  return fields.every((field) => isSame(one[field], other[field]));
}

const fields = Object.keys(emptyForm) as readonly (keyof FormValues)[];

/** Something stood in the old form that does not stand in the new one. */
function isLost(old: FormValues, put: FormValues): boolean {
  return fields.some((field) => !isSame(old[field], emptyForm[field]) && !isSame(old[field], put[field]));
}

function isSame(one: FormValues[keyof FormValues], other: FormValues[keyof FormValues]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
