/** A button that shows a drawing only. Its title is its name as well: with a label beside it, readers would say it twice. */
import { Button } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** Of no use now, but it keeps the focus. */
  readonly inactive?: boolean;
  /** For buttons that stay down. */
  readonly pressed?: boolean;
  readonly filled?: boolean;
  readonly disabled?: boolean;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, onClick, inactive = false, pressed, filled = false, disabled = false } = props;
  return (
    <Button
      class="icon-button"
      aria-pressed={pressed}
      aria-disabled={inactive ? true : undefined}
      title={label}
      disabled={disabled}
      onClick={inactive ? undefined : onClick}
    >
      <Icon name={icon} filled={filled} />
    </Button>
  );
}
