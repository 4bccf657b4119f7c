/** How many images are made of each prompt. */
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { TextField } from './textField.tsx';

export function CountField({ state }: { readonly state: PageState }) {
  const { strings } = usePage();
  return <TextField state={state} name="count" label={strings.form.count} placeholder="1" inputMode="numeric" />;
}
