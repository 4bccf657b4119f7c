/** A bar that fills, or one that only shows that something is going on. */

/** @param fraction 0 to 1; missing where nobody knows */
export function Progress({ fraction, label }: { readonly fraction: number | undefined; readonly label: string }) {
  const percent = fraction === undefined ? undefined : Math.round(Math.max(0, Math.min(1, fraction)) * 100);
  return (
    <div
      class={percent === undefined ? 'progress unknown' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div style={{ '--done': percent === undefined ? '30%' : `${percent}%` }} />
    </div>
  );
}
