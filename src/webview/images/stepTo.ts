/** Where a key leads to in a row of things that is one stop of the Tab key. */

/** @returns the index; undefined for keys that do not move */
export function stepTo(key: string, index: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(length - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return Math.max(0, length - 1);
    default:
      return undefined;
  }
}
