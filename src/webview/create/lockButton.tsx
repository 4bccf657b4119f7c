/** A button that stays down while a part of the form is to stay as it is. */
import { IconButton } from '../controls/iconButton.tsx';
import { usePage } from '../page/pageContext.ts';

interface LockButtonProps {
  readonly name: 'ratioLocked' | 'seedLocked';
  readonly label: string;
  readonly disabled: boolean;
}

export function LockButton({ name, label, disabled }: LockButtonProps) {
  const { page } = usePage();
  const pressed = page.state.values[name];
  return (
    <IconButton
      icon={pressed ? 'locked' : 'unlocked'}
      label={label}
      pressed={pressed}
      disabled={disabled}
      onClick={() => page.changeForm({ [name]: !pressed })}
    />
  );
}
