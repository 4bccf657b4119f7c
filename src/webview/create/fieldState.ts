/** How one field of the form stands: whether the service takes it, and what is wrong with it. */
import type { FormValues } from '../../core/sidebar/formValues.ts';
import type { FormSnapshot } from '../../core/sidebar/viewState.ts';
import type { PageState } from '../page/pageState.ts';

export type FieldName = keyof FormValues;

export interface FieldState {
  /** Of the element that takes the input. */
  readonly id: string;
  /** Why the service does not take it. */
  readonly reason: string | undefined;
  readonly problem: string | undefined;
  /** Ids of the words about the field, for aria-describedby. */
  readonly describedBy: string | undefined;
}

export function fieldState({ view, values, judged }: FormSides, name: FieldName, hasHint = false): FieldState {
  const { form } = view;
  const id = fieldId(name);
  const reason = (form.notTaken as Readonly<Partial<Record<FieldName, string>>>)[name];
  const problem = isUnchanged(values[name], judged[name]) ? form.problems[name] : undefined;
  const notes = [
    hasHint && `${id}-hint`,
    reason !== undefined && `${id}-reason`,
    problem !== undefined && `${id}-problem`,
  ];
  const describedBy = notes.filter((note) => note !== false).join(' ');
  return { id, reason, problem, describedBy: describedBy === '' ? undefined : describedBy };
}

export function fieldId(name: FieldName): string {
  return `field-${name}`;
}

/** What of the page's state tells about the form. */
type FormSides = Pick<PageState, 'values' | 'judged'> & { readonly view: { readonly form: FormSnapshot } };

function isUnchanged(now: FormValues[FieldName], then: FormValues[FieldName]): boolean {
  return JSON.stringify(now) === JSON.stringify(then);
}
