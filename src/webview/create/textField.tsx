/** A field of one line with its label. What is typed stays text, right or wrong: the host judges it. */
import type { ComponentChildren } from 'preact';
import type { FormValues } from '../../core/sidebar/formValues.ts';
import { maxFieldText } from '../../core/sidebar/limits.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldState, type FieldName } from './fieldState.ts';

/** The fields that hold one text. */
type TextName = { [Name in FieldName]: FormValues[Name] extends string ? Name : never }[FieldName];

interface TextFieldProps {
  readonly state: PageState;
  readonly name: TextName;
  readonly label: string;
  readonly placeholder: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  /** Instead of writing what was typed into the form as it is. */
  readonly onType?: (text: string) => void;
  readonly onFocus?: () => void;
  /** The id of the datalist among the children that has suggestions. */
  readonly list?: string | undefined;
  /** What becomes of what stands in it. */
  readonly note?: string | undefined;
  /** The words below the field are drawn by whoever draws the field. */
  readonly notesElsewhere?: boolean;
  /** Buttons behind the input, and its suggestions. */
  readonly children?: ComponentChildren;
}

export function TextField(props: TextFieldProps) {
  const {
    state,
    name,
    label,
    placeholder,
    inputMode = 'text',
    onType,
    onFocus,
    list,
    note,
    notesElsewhere = false,
    children,
  } = props;
  const { page } = usePage();
  const field = fieldState(state, name, note !== undefined);
  return (
    <div class="field">
      <label for={field.id}>{label}</label>
      <div class="row">
        <input
          id={field.id}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          spellcheck={false}
          maxLength={maxFieldText}
          value={state.values[name]}
          placeholder={placeholder}
          disabled={field.reason !== undefined}
          aria-invalid={field.problem !== undefined}
          aria-describedby={field.describedBy}
          list={list}
          onFocus={onFocus}
          onInput={({ currentTarget: { value } }) => (onType ? onType(value) : page.changeForm({ [name]: value }))}
        />
        {children}
      </div>
      {notesElsewhere ? undefined : <FieldNotes {...field} hint={note} />}
    </div>
  );
}
