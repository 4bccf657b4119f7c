/** A button that shows a drawing only: its name is read out and shown on hover. */
import { Icon, type IconName } from './icons.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** Why it cannot be used now. It can still be reached, so that the reason can be read. */
  readonly unavailable?: string | undefined;
  /** For buttons that stay down. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

export function IconButton({ icon, label, onClick, unavailable, pressed, disabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={unavailable === undefined ? undefined : true}
      aria-description={unavailable}
      title={unavailable === undefined ? label : `${label}: ${unavailable}`}
      disabled={disabled}
      onClick={unavailable === undefined ? onClick : undefined}
    >
      <Icon name={icon} filled={pressed === true && icon === 'star'} />
    </button>
  );
}
