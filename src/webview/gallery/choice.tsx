/** One of a few, or any. Not there while there is nothing to choose between. */

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Empty: any. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Choice({ label, any, options, chosen, onChoose }: ChoiceProps) {
  if (options.length < 2 && chosen === '') return undefined;
  return (
    <select
      aria-label={label}
      title={label}
      value={chosen}
      onChange={({ currentTarget: { value } }) => onChoose(value)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
