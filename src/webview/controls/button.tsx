/** A button that sends no form: the browser's own kind would. */
import type { ComponentProps } from 'preact';

export function Button(props: ComponentProps<'button'>) {
  return <button type="button" {...props} />;
}
