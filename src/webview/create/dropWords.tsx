/** What a drop would do, while something is held over the form, and why the last one did nothing. */
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';

export function DropWords({ isOver, problem }: { readonly isOver: boolean; readonly problem: string | undefined }) {
  const { strings } = usePage();
  if (isOver) return <p class="hint">{strings.form.dropHere}</p>;
  if (problem === undefined) return undefined;
  return (
    <p class="problem">
      <Icon name="warning" />
      {problem}
    </p>
  );
}
