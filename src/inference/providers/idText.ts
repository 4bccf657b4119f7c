/** The name that a provider gives to a job, as its path holds it. */

/** Empty for what is no name: an object has been made to throw when it is turned into a text. */
export function idText(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}
