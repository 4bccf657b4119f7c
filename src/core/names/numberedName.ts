/** The names that are tried one after the other until one is free. */

/** `attempt` 0 gives `base.png`, 1 gives `base-1.png`, and so on. `extension` has no dot. */
export function numberedName(base: string, extension: string, attempt: number): string {
  return attempt === 0 ? `${base}.${extension}` : `${base}-${attempt}.${extension}`;
}
